using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Common;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>One question that is there: its words, its place, its series and its copy in the bank.</summary>
public sealed class QuestionModel(GetSurveyBuilderHandler get, WriteSurveyQuestionHandler write) : QuestionPage(get, write)
{
    /// <summary>Why a comparison is broken.</summary>
    [BindProperty]
    public string? Note { get; set; }

    /// <summary>Key in the bank to put the question under.</summary>
    [BindProperty]
    public string? BankKey { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, string key, CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, key, cancellationToken) is { } refused)
        {
            return refused;
        }

        FillForm();
        return Page();
    }

    /// <param name="visa">Set by the button that shows the fields of the chosen kind.</param>
    public Task<IActionResult> OnPostAsync(string slug, string key, string? visa, CancellationToken cancellationToken) =>
        WriteAsync(slug, key, visa is not null, cancellationToken);

    public Task<IActionResult> OnPostUpAsync(string slug, string key, CancellationToken cancellationToken) =>
        DoAsync(slug, key, $"/bygg/fragor/{key}", "builder.questionMoved", Use<MoveSurveyQuestionHandler>().HandleAsync(new(slug, Version, key, -1), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostDownAsync(string slug, string key, CancellationToken cancellationToken) =>
        DoAsync(slug, key, $"/bygg/fragor/{key}", "builder.questionMoved", Use<MoveSurveyQuestionHandler>().HandleAsync(new(slug, Version, key, 1), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostRemoveAsync(string slug, string key, CancellationToken cancellationToken) =>
        DoAsync(slug, key, "/bygg/fragor", "builder.questionRemoved", Use<RemoveSurveyQuestionHandler>().HandleAsync(new(slug, Version, key), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostRestoreAsync(string slug, string key, CancellationToken cancellationToken) =>
        DoAsync(slug, key, $"/bygg/fragor/{key}", "sb.restored", Use<RestoreWordingHandler>().HandleAsync(new(slug, Version, key), cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostBreakAsync(string slug, string key, CancellationToken cancellationToken)
    {
        Limit("Note", Note, 300);
        return await DoAsync(
            slug, key, $"/bygg/fragor/{key}", "sb.broken",
            ModelState.IsValid ? Use<BreakComparisonHandler>().HandleAsync(new(slug, Version, key, Note ?? ""), cancellationToken) : null, cancellationToken);
    }

    public Task<IActionResult> OnPostBankAsync(string slug, string key, CancellationToken cancellationToken) =>
        DoAsync(slug, key, $"/bygg/fragor/{key}", "sb.inBank", Use<PutInBankHandler>().HandleAsync(new(slug, Version, key, BankKey ?? ""), cancellationToken), cancellationToken);

    private async Task<IActionResult> DoAsync(
        string slug, string key, string goOn, string doneKey, Task<Result<SurveySaved>>? doing, CancellationToken cancellationToken)
    {
        var done = doing is null ? null : await doing;
        if (done is { IsSuccess: true })
        {
            return RedirectDone(HomeOf(slug) + goOn, doneKey);
        }

        if (await FindAsync(slug, key, cancellationToken) is { } refused)
        {
            return refused;
        }

        FillForm();
        return done is null ? ShowErrors() : ShowRefused(done.Error!);
    }

    private void FillForm()
    {
        Input = QuestionForm.Of(Question!, Draft.Languages);
        BankKey ??= Question!.BankKey ?? Question.Key;
    }

    private THandler Use<THandler>()
        where THandler : class, IUseCase => HttpContext.RequestServices.GetRequiredService<THandler>();
}
