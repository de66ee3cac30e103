using Medborgardialog.Application.Consultations;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Consultations;

/// <summary>When it opens and closes, and the day the committee promises to answer (F1).</summary>
public sealed class TimetableModel(GetBuilderHandler get, SetScheduleHandler save) : BuilderPage(get)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    private string Title => T["task.Schedule"];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, Title, cancellationToken) is { } refused)
        {
            return refused;
        }

        Input = new Form
        {
            TalkOpensAt = Draft.Schedule is null ? "" : Typed(Draft.Schedule.TalkOpensAt),
            AnswersOpenAt = Draft.Schedule is null ? "" : Typed(Draft.Schedule.AnswersOpenAt),
            ClosesAt = Draft.Schedule is null ? "" : Typed(Draft.Schedule.ClosesAt),
            ResultsAt = Draft.Schedule is null ? "" : Typed(Draft.Schedule.ResultsAt),
            PromisedAt = Draft.Schedule is null ? "" : Typed(Draft.Schedule.PromisedAt),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        var talkOpensAt = ReadTime("Input.TalkOpensAt", Input.TalkOpensAt);
        var answersOpenAt = ReadTime("Input.AnswersOpenAt", Input.AnswersOpenAt);
        var closesAt = ReadTime("Input.ClosesAt", Input.ClosesAt);
        var resultsAt = ReadTime("Input.ResultsAt", Input.ResultsAt);
        var promisedAt = ReadDay("Input.PromisedAt", Input.PromisedAt);
        if (!ModelState.IsValid)
        {
            return await ShowErrorsAsync(slug, Title, cancellationToken);
        }

        var saved = await save.HandleAsync(
            new SetScheduleCommand(slug, Version, talkOpensAt, answersOpenAt, closesAt, resultsAt, promisedAt),
            cancellationToken);
        return await EndAsync(saved, slug, Title, s => $"/arbetsyta/radslag/{s}", "builder.saved", cancellationToken);
    }

    public override IEnumerable<(string Label, string Value)> Saved() =>
    [
        (T["field.talkOpensAt"], Draft.Schedule is null ? "" : Typed(Draft.Schedule.TalkOpensAt)),
        (T["field.answersOpenAt"], Draft.Schedule is null ? "" : Typed(Draft.Schedule.AnswersOpenAt)),
        (T["field.closesAt"], Draft.Schedule is null ? "" : Typed(Draft.Schedule.ClosesAt)),
        (T["field.resultsAt"], Draft.Schedule is null ? "" : Typed(Draft.Schedule.ResultsAt)),
        (T["field.promisedAt"], Draft.Schedule is null ? "" : Typed(Draft.Schedule.PromisedAt)),
    ];

    public sealed class Form
    {
        public string? TalkOpensAt { get; set; }

        public string? AnswersOpenAt { get; set; }

        public string? ClosesAt { get; set; }

        public string? ResultsAt { get; set; }

        public string? PromisedAt { get; set; }
    }
}
