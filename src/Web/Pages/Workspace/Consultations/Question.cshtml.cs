using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Consultations;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Consultations;

/// <summary>What is asked, and why.</summary>
public sealed class QuestionModel(GetBuilderHandler get, WriteTextsHandler save) : BuilderPage(get)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    private string Title => T["task.Question"];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, Title, cancellationToken) is { } refused)
        {
            return refused;
        }

        Input = new Form
        {
            Title = Draft.Title,
            ShortTitle = Draft.ShortTitle,
            Slug = Draft.Slug,
            Summary = Draft.Summary,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        Limit("Input.Title", Input.Title, Consultation.MaxTitle);
        Limit("Input.ShortTitle", Input.ShortTitle, 40);
        Limit("Input.Summary", Input.Summary, 1000);
        if (!ModelState.IsValid)
        {
            return await ShowErrorsAsync(slug, Title, cancellationToken);
        }

        var saved = await save.HandleAsync(
            new WriteTextsCommand(slug, Version, Input.Slug?.Trim() ?? "", Input.Title ?? "", Input.ShortTitle ?? "", Input.Summary ?? ""),
            cancellationToken);
        return await EndAsync(saved, slug, Title, s => $"/arbetsyta/radslag/{s}", "builder.saved", cancellationToken);
    }

    public override IEnumerable<(string Label, string Value)> Saved() =>
    [
        (T["field.title"], Draft.Title),
        (T["field.shortTitle"], Draft.ShortTitle),
        (T["field.slug"], Draft.Slug),
        (T["field.summary"], Draft.Summary),
    ];

    public sealed class Form
    {
        public string? Title { get; set; }

        public string? ShortTitle { get; set; }

        public string? Slug { get; set; }

        public string? Summary { get; set; }
    }
}
