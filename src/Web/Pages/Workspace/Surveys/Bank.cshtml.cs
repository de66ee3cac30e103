using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Surveys;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>The bank of questions, to add from to one survey.</summary>
public sealed class BankModel(GetSurveyBuilderHandler get, ListBankQuestionsHandler list, TakeBankQuestionHandler take) : SurveyBuilderPage(get)
{
    public IReadOnlyList<BankQuestion> Bank { get; private set; } = [];

    public override string Part => "fragor";

    private string Title => T["bank.title"];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, Title, cancellationToken) is { } refused)
        {
            return refused;
        }

        Bank = (await list.HandleAsync(new ListBankQuestionsQuery(), cancellationToken)).Value ?? [];
        return Page();
    }

    /// <param name="number">Version in the bank.</param>
    public async Task<IActionResult> OnPostAsync(string slug, string? key, int number, CancellationToken cancellationToken)
    {
        var taken = await take.HandleAsync(new TakeBankQuestionCommand(slug, Version, key ?? "", number), cancellationToken);
        Bank = (await list.HandleAsync(new ListBankQuestionsQuery(), cancellationToken)).Value ?? [];
        return await EndAsync(taken, slug, Title, s => $"{HomeOf(s)}/bygg/fragor", "builder.questionAdded", cancellationToken);
    }
}
