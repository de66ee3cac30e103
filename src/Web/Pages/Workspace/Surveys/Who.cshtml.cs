using System.Globalization;
using Medborgardialog.Application.Identity;
using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Statistics;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>Who is asked, how they are known and how their answers are kept.</summary>
public sealed class WhoModel(GetSurveyBuilderHandler get, SetSurveyWhoHandler save, ISignInWays ways) : SurveyBuilderPage(get)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public override string Part => "vilka";

    /// <summary>Ways to show who one is that there are here, and the one that is chosen already.</summary>
    public IEnumerable<AssuranceLevel> Levels => Enum.GetValues<AssuranceLevel>().Where(l => l != AssuranceLevel.EId || ways.HasEId || Input.Minimum == l);

    /// <summary>Whether a way has been chosen that nobody can use here.</summary>
    public bool IsMissing(AssuranceLevel level) => level == AssuranceLevel.EId && !ways.HasEId;

    private string Title => T["surveyTask.Who"];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, Title, cancellationToken) is { } refused)
        {
            return refused;
        }

        Input = new Form
        {
            Eligibility = Draft.Eligibility, Minimum = Draft.MinimumAssurance, Mode = Draft.Mode, HighProtection = Draft.HighProtection, Design = Draft.Design,
            Invited = Draft.InvitedCount?.ToString(CultureInfo.InvariantCulture), Population = Draft.PopulationCount?.ToString(CultureInfo.InvariantCulture), RowExport = Draft.RowExport,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        Limit("Input.Eligibility", Input.Eligibility, 300);
        var invited = ReadCount("Input.Invited", Input.Invited);
        var population = ReadCount("Input.Population", Input.Population);
        if (!Enum.IsDefined(Input.Minimum) || !Enum.IsDefined(Input.Mode) || !Enum.IsDefined(Input.Design))
        {
            ModelState.AddModelError("Input.Mode", "err.value");
        }

        if (!ModelState.IsValid)
        {
            return await ShowErrorsAsync(slug, Title, cancellationToken);
        }

        var saved = await save.HandleAsync(
            new SetSurveyWhoCommand(slug, Version, Input.Eligibility ?? "", Input.Minimum, Input.Mode, Input.HighProtection, Input.Design, invited, population, Input.RowExport),
            cancellationToken);
        return await EndAsync(saved, slug, Title, HomeOf, "builder.saved", cancellationToken);
    }

    public override IEnumerable<(string Label, string Value)> Saved() =>
    [
        (T["field.eligibility"], Draft.Eligibility),
        (T["sb.design"], T[$"sb.design.{Draft.Design}"]),
        (T["sb.invited"], Draft.InvitedCount?.ToString(CultureInfo.CurrentCulture) ?? ""),
        (T["sb.population"], Draft.PopulationCount?.ToString(CultureInfo.CurrentCulture) ?? ""),
        (T["field.minimum"], Draft.MinimumAssurance == AssuranceLevel.None ? T["sb.assuranceNone"] : T[$"assurance.{Draft.MinimumAssurance}"]),
        (T["field.mode"], T[$"mode.{Draft.Mode}"]),
        (T["sb.rowExport"], T[Draft.RowExport ? "export.yes" : "export.no"]),
    ];

    private int? ReadCount(string field, string? text)
    {
        var digits = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c)));
        if (digits.Length == 0)
        {
            return null;
        }

        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        ModelState.AddModelError(field, "builder.countUnreadable");
        return null;
    }

    public sealed class Form
    {
        public AssuranceLevel Minimum { get; set; }

        public AnswerMode Mode { get; set; }

        public SampleDesign Design { get; set; }

        public bool HighProtection { get; set; }

        public bool RowExport { get; set; }

        public string? Eligibility { get; set; }

        public string? Invited { get; set; }

        public string? Population { get; set; }
    }
}
