using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Disclosure;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>What results are broken down by; declared before opening, and there are no others (rule R10).</summary>
public sealed class BreakdownsModel(GetSurveyBuilderHandler get, DeclareBreakdownsHandler save) : SurveyBuilderPage(get)
{
    /// <summary>How people came in is always one more.</summary>
    public const int Most = ProtectionLimits.MostVariables - 1;

    [BindProperty]
    public Form Input { get; set; } = new();

    private string Title => T["sb.breakdowns"];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, Title, cancellationToken) is { } refused)
        {
            return refused;
        }

        Input.Text = BreakdownLines.Write(Draft.Breakdowns);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        Limit("Input.Text", Input.Text, 8000);
        var version = Version;
        if (await LoadAsync(slug, Title, cancellationToken) is { } refused)
        {
            return refused;
        }

        Version = version;
        if (!ModelState.IsValid)
        {
            return ShowErrors();
        }

        var saved = await save.HandleAsync(new DeclareBreakdownsCommand(slug, Version, BreakdownLines.Read(Input.Text, Questions)), cancellationToken);
        return await EndAsync(saved, slug, Title, HomeOf, "builder.saved", cancellationToken);
    }

    public override IEnumerable<(string Label, string Value)> Saved() => [(Title, BreakdownLines.Write(Draft.Breakdowns))];

    public sealed class Form
    {
        public string? Text { get; set; }
    }
}
