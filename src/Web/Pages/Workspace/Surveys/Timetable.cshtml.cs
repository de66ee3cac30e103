using Medborgardialog.Application.Surveys;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>When it opens and closes, and the day the committee promises to answer (F1).</summary>
public sealed class TimetableModel(GetSurveyBuilderHandler get, SetSurveyTimesHandler save) : SurveyBuilderPage(get)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    private string Title => T["surveyTask.Times"];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, Title, cancellationToken) is { } refused)
        {
            return refused;
        }

        Input = new Form
        {
            AnswersOpenAt = Draft.Times is null ? "" : Typed(Draft.Times.AnswersOpenAt),
            ClosesAt = Draft.Times is null ? "" : Typed(Draft.Times.ClosesAt),
            ResultsAt = Draft.Times is null ? "" : Typed(Draft.Times.ResultsAt),
            PromisedAt = Draft.Times is null ? "" : Typed(Draft.Times.PromisedAt),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        var answersOpenAt = ReadTime("Input.AnswersOpenAt", Input.AnswersOpenAt);
        var closesAt = ReadTime("Input.ClosesAt", Input.ClosesAt);
        var resultsAt = ReadTime("Input.ResultsAt", Input.ResultsAt);
        var promisedAt = ReadDay("Input.PromisedAt", Input.PromisedAt);
        if (!ModelState.IsValid)
        {
            return await ShowErrorsAsync(slug, Title, cancellationToken);
        }

        var saved = await save.HandleAsync(
            new SetSurveyTimesCommand(slug, Version, answersOpenAt, closesAt, resultsAt, promisedAt),
            cancellationToken);
        return await EndAsync(saved, slug, Title, HomeOf, "builder.saved", cancellationToken);
    }

    public override IEnumerable<(string Label, string Value)> Saved() =>
    [
        (T["field.answersOpenAt"], Draft.Times is null ? "" : Typed(Draft.Times.AnswersOpenAt)),
        (T["field.closesAt"], Draft.Times is null ? "" : Typed(Draft.Times.ClosesAt)),
        (T["field.resultsAt"], Draft.Times is null ? "" : Typed(Draft.Times.ResultsAt)),
        (T["field.promisedAt"], Draft.Times is null ? "" : Typed(Draft.Times.PromisedAt)),
    ];

    public sealed class Form
    {
        public string? AnswersOpenAt { get; set; }

        public string? ClosesAt { get; set; }

        public string? ResultsAt { get; set; }

        public string? PromisedAt { get; set; }
    }
}
