using Medborgardialog.Application.Ballots;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Consultations.AnswerFlow;

/// <summary>S8b: one question.</summary>
public sealed class QuestionModel(GetDraftHandler get, AnswerQuestionHandler answer) : AnswerPage
{
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

    public Question Question { get; private set; } = null!;

    public string? ErrorText { get; private set; }

    public bool FromCheck => Return == "kontrollera";

    public string Previous => Address(FromCheck ? "/svara/kontrollera" : Number == 1 ? "/svara" : $"/svara/fraga/{Number - 1}");

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

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var answered = await answer.HandleAsync(new AnswerQuestionCommand(Slug, Number, [.. Choices], Text, ReadDraft()), cancellationToken);
        if (!answered.IsSuccess)
        {
            return await LoadAsync(cancellationToken) is null ? Fail(answered.Error) : ShowWrong(answered.Error);
        }

        KeepDraft(answered.Value.Token);
        return Redirect(Local(Address(FromCheck || answered.Value.WasLast ? "/svara/kontrollera" : $"/svara/fraga/{Number + 1}")));
    }

    private IActionResult ShowWrong(Error error)
    {
        ErrorText = error switch
        {
            AnswerMissing when Question is { IsText: false } => T[Question.Choices.Any(c => c.OptionLetter is not null) ? "answer.choose" : "answer.chooseOne"],
            TooManyChoices many => T[error.Code, many.Max],
            AnswerTooLong tooLong => T[error.Code, tooLong.Over, tooLong.Max],
            _ => T[error.Code],
        };
        ModelState.AddModelError(Question.IsText ? "text" : "v-" + Question.Choices[0].Key, ErrorText);
        return ShowErrors();
    }

    private async Task<AnswerSheet?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetDraftQuery(Slug, ReadDraft()), cancellationToken);
        if (!found.IsSuccess || found.Value.Definition.Questionnaire.Number(Number) is not { } question)
        {
            return null;
        }

        (Definition, Question) = (found.Value.Definition, question);
        SetFrame(Definition.NameInText);
        return found.Value.Sheet;
    }
}
