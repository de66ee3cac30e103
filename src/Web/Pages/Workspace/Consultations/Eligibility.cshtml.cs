using System.Globalization;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Consultations;

/// <summary>Who may answer and how the answers are kept.</summary>
public sealed class EligibilityModel(GetBuilderHandler get, SetEligibilityHandler save) : BuilderPage(get)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    private string Title => T["task.Eligibility"];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, Title, cancellationToken) is { } refused)
        {
            return refused;
        }

        Input = new Form
        {
            Eligibility = Draft.Eligibility,
            EligibleCount = Draft.EligibleCount?.ToString(CultureInfo.InvariantCulture),
            Minimum = Draft.MinimumAssurance,
            Mode = Draft.Mode,
            HighProtection = Draft.HighProtection,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        Limit("Input.Eligibility", Input.Eligibility, 300);
        int? count = null;
        if (!string.IsNullOrWhiteSpace(Input.EligibleCount))
        {
            var digits = string.Concat(Input.EligibleCount.Where(c => !char.IsWhiteSpace(c)));
            if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            {
                count = number;
            }
            else
            {
                ModelState.AddModelError("Input.EligibleCount", "builder.countUnreadable");
            }
        }

        if (!Enum.IsDefined(Input.Minimum) || !Enum.IsDefined(Input.Mode))
        {
            ModelState.AddModelError("Input.Mode", "err.value");
        }

        if (!ModelState.IsValid)
        {
            return await ShowErrorsAsync(slug, Title, cancellationToken);
        }

        var saved = await save.HandleAsync(
            new SetEligibilityCommand(slug, Version, Input.Eligibility ?? "", count, Input.Minimum, Input.Mode, Input.HighProtection),
            cancellationToken);
        return await EndAsync(saved, slug, Title, s => $"/arbetsyta/radslag/{s}", "builder.saved", cancellationToken);
    }

    public override IEnumerable<(string Label, string Value)> Saved() =>
    [
        (T["field.eligibility"], Draft.Eligibility),
        (T["field.eligibleCount"], Draft.EligibleCount?.ToString(CultureInfo.CurrentCulture) ?? ""),
        (T["field.minimum"], T[$"assurance.{Draft.MinimumAssurance}"]),
        (T["field.mode"], T[$"mode.{Draft.Mode}"]),
    ];

    public sealed class Form
    {
        public AssuranceLevel Minimum { get; set; }

        public AnswerMode Mode { get; set; }

        public bool HighProtection { get; set; }

        public string? Eligibility { get; set; }

        public string? EligibleCount { get; set; }
    }
}
