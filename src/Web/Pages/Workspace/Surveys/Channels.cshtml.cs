using Medborgardialog.Application.Surveys;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>Other ways to answer, and what happens to personal data.</summary>
public sealed class ChannelsModel(GetSurveyBuilderHandler get, SetSurveyChannelsHandler save) : SurveyBuilderPage(get)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    private string Title => T["surveyTask.Channels"];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, Title, cancellationToken) is { } refused)
        {
            return refused;
        }

        Input = new Form
        {
            OtherWays = Draft.OtherWays,
            PrivacyText = Draft.PrivacyText,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        Limit("Input.OtherWays", Input.OtherWays, 2000);
        Limit("Input.PrivacyText", Input.PrivacyText, 4000);
        if (!ModelState.IsValid)
        {
            return await ShowErrorsAsync(slug, Title, cancellationToken);
        }

        var saved = await save.HandleAsync(
            new SetSurveyChannelsCommand(slug, Version, Input.OtherWays ?? "", Input.PrivacyText ?? ""),
            cancellationToken);
        return await EndAsync(saved, slug, Title, HomeOf, "builder.saved", cancellationToken);
    }

    public override IEnumerable<(string Label, string Value)> Saved() =>
    [
        (T["field.otherWays"], Draft.OtherWays),
        (T["field.privacyText"], Draft.PrivacyText),
    ];

    public sealed class Form
    {
        public string? OtherWays { get; set; }

        public string? PrivacyText { get; set; }
    }
}
