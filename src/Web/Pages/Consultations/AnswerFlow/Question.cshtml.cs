using Medborgardialog.Application.Ballots;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Consultations.AnswerFlow;

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

    public AnswerDefinition Definition { get; private set; } = null!;

    public Step Step { get; private set; } = null!;

    public Question Question => Step.Question;

    /// <summary>Where the question stands among those that are shown with the answers so far, from 1.</summary>
    public int Place { get; private set; }

    /// <summary>How many are shown with the answers so far.</summary>
    public int Total { get; private set; }

    public AnswerField Field => new(Step, Choices, Text, _errorText, Place, Total, Definition.PictureByOption);

    public bool FromCheck => Return == "kontrollera";

    public string Previous => Address(FromCheck ? "/svara/kontrollera" : _before is { } before ? $"/svara/fraga/{before}" : "/svara");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
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
        if (flytta is not null)
        {
            Choices = Ranking.Move(Choices, flytta);
            return await LoadAsync(cancellationToken) is null ? NotFound() : Page();
        }

        var answered = await answer.HandleAsync(new AnswerQuestionCommand(Slug, Number, [.. Choices], Text, ReadDraft()), cancellationToken);
        if (!answered.IsSuccess)
        {
            return await LoadAsync(cancellationToken) is null ? Fail(answered.Error) : ShowWrong(answered.Error);
        }

        KeepDraft(answered.Value.Token);
        return Redirect(Local(Address(FromCheck || answered.Value.Next is null ? "/svara/kontrollera" : $"/svara/fraga/{answered.Value.Next}")));
    }

    private IActionResult ShowWrong(Error error)
    {
        _errorText = AnswerErrorText.Of(error, Question, T);
        ModelState.AddModelError(AnswerField.FirstIdOf(Question), _errorText);
        return ShowErrors();
    }

    private async Task<AnswerSheet?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetDraftQuery(Slug, ReadDraft()), cancellationToken);
        if (!found.IsSuccess || found.Value.Definition.Questionnaire.Route.Number(Number) is not { } step)
        {
            return null;
        }

        (Definition, Step) = (found.Value.Definition, step);
        var shown = Definition.Questionnaire.Route.Shown(found.Value.Sheet);
        (Place, Total) = (shown.Take(Number - 1).Count(s => s) + 1, shown.Count(s => s));
        _before = Definition.Questionnaire.Route.Previous(Number, found.Value.Sheet)?.Number;
        SetFrame(Definition.NameInText);
        return found.Value.Sheet;
    }
}
