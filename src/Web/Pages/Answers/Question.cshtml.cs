using Medborgardialog.Application.Ballots;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Answers;

/// <summary>S8b: one question.</summary>
public sealed class QuestionModel(GetDraftHandler get, AnswerQuestionHandler answer) : AnswerPage
{
    private int? _before;
    private string? _errorText;

    [FromRoute(Name = "number")]
    public int Number { get; set; }

    /// <summary>Set when one question is changed from the check page: back there afterwards.</summary>
    [BindProperty(Name = "tillbaka", SupportsGet = true)]
    public string? Return { get; set; }

    [BindProperty(Name = "val")]
    public IReadOnlyList<string> Choices { get; set; } = [];

    [BindProperty(Name = "text")]
    public string? Text { get; set; }

    /// <summary>The page in the language of the participant.</summary>
    public Step Asked { get; private set; } = null!;

    public Question Question => Asked.Question;

    /// <summary>Where the question stands among those that are shown with the answers so far, from 1.</summary>
    public int Place { get; private set; }

    /// <summary>How many are shown with the answers so far.</summary>
    public int Total { get; private set; }

    public AnswerField Field => new(Asked, Choices, Text, _errorText, Place, Total, Definition.PictureByOption) { Language = QuestionLanguage };

    public bool FromCheck => Return == "kontrollera";

    public string Previous => Step(FromCheck ? "/kontrollera" : _before is { } before ? $"/fraga/{before}" : "");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } other)
        {
            return other;
        }

        if (NeedsCodeAgain)
        {
            return ToCode($"/fraga/{Number}");
        }

        if (await LoadAsync(cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        Choices = sheet[Question.Key].Choices;
        Text = sheet[Question.Key].Text;
        return Page();
    }

    /// <param name="flytta">Set by a button of a ranking: shows the new order, keeps nothing yet.</param>
    public async Task<IActionResult> OnPostAsync(string? flytta, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } other)
        {
            return other;
        }

        if (flytta is not null)
        {
            Choices = Ranking.Move(Choices, flytta);
            return await LoadAsync(cancellationToken) is null ? NotFound() : Page();
        }

        var answered = await answer.HandleAsync(new AnswerQuestionCommand(Dialogue, Number, [.. Choices], Text, ReadDraft()), cancellationToken);
        if (!answered.IsSuccess)
        {
            return await LoadAsync(cancellationToken) is null ? Fail(answered.Error) : ShowWrong(answered.Error);
        }

        KeepDraft(answered.Value.Token);
        if (NeedsCodeAgain)
        {
            return ToCode($"/fraga/{Number}");
        }

        // Whoever changes an answer meets what the change has opened before the check page, which could not be sent without it.
        return Redirect(Local(Step((FromCheck, answered.Value) switch
        {
            (true, { Missing: { } missing }) => $"/fraga/{missing}?tillbaka=kontrollera",
            (false, { Next: { } next }) => $"/fraga/{next}",
            _ => "/kontrollera",
        })));
    }

    private IActionResult ShowWrong(Error error)
    {
        _errorText = AnswerErrorText.Of(error, Question, T);
        ModelState.AddModelError(AnswerField.FirstIdOf(Question), _errorText);
        return ShowErrors();
    }

    private async Task<AnswerSheet?> LoadAsync(CancellationToken cancellationToken)
    {
        var route = Questions;
        if (route.Number(Number) is not { } step)
        {
            return null;
        }

        var sheet = (await get.HandleAsync(new GetDraftQuery(Dialogue, ReadDraft()), cancellationToken)).Value!.Sheet;
        Asked = step.In(QuestionLanguage);
        var shown = route.Shown(sheet);
        (Place, Total) = (shown.Take(Number - 1).Count(s => s) + 1, shown.Count(s => s));
        _before = route.Previous(Number, sheet)?.Number;
        return sheet;
    }
}
