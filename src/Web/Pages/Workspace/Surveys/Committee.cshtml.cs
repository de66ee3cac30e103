using Medborgardialog.Application.Surveys;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>Who decides, and who can be asked.</summary>
public sealed class CommitteeModel(GetSurveyBuilderHandler get, SetSurveyCommitteeHandler save) : SurveyBuilderPage(get)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    private string Title => T["surveyTask.Committee"];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, Title, cancellationToken) is { } refused)
        {
            return refused;
        }

        Input = new Form
        {
            CommitteeId = Draft.CommitteeId,
            ContactName = Draft.ContactName,
            ContactPhone = Draft.ContactPhone,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        Limit("Input.ContactName", Input.ContactName, 100);
        Limit("Input.ContactPhone", Input.ContactPhone, 40);
        if (!ModelState.IsValid)
        {
            return await ShowErrorsAsync(slug, Title, cancellationToken);
        }

        var saved = await save.HandleAsync(
            new SetSurveyCommitteeCommand(slug, Version, Input.CommitteeId ?? Guid.Empty, Input.ContactName ?? "", Input.ContactPhone ?? ""),
            cancellationToken);
        return await EndAsync(saved, slug, Title, HomeOf, "builder.saved", cancellationToken);
    }

    public override IEnumerable<(string Label, string Value)> Saved() =>
    [
        (T["field.committeeId"], Builder.Committee?.Name ?? ""),
        (T["field.contactName"], Draft.ContactName),
        (T["field.contactPhone"], Draft.ContactPhone),
    ];

    public sealed class Form
    {
        public Guid? CommitteeId { get; set; }

        public string? ContactName { get; set; }

        public string? ContactPhone { get; set; }
    }
}
