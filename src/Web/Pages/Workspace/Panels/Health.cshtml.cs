using System.Globalization;
using System.Xml.Linq;
using Medborgardialog.Application.Panels;
using Medborgardialog.Application.Participation;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Web.Pages.Shared;
using Medborgardialog.Web.Resources;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Panels;

/// <summary>L10: who answers, who leaves, and whom the panel is like. Shows nothing of a group below ten.</summary>
public sealed class HealthModel(GetPanelHealthHandler get) : PanelPage
{
    private readonly List<(StratumHealth Stratum, XElement? Figure)> _strata = [];

    public override string Part => "halsa";

    public PanelHealth View { get; private set; } = null!;

    /// <summary>Each with its figure, where there is one.</summary>
    public IReadOnlyList<(StratumHealth Stratum, XElement? Figure)> Strata => _strata;

    /// <summary>Groups that are weak in the panel, a sentence for each.</summary>
    public IReadOnlyList<string> Weak { get; private set; } = [];

    public string Fewer => T["part.fewer", View.Limits.SmallestGroup];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetPanelHealthQuery(slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        View = found.Value;
        Head(View.Panel, T["paneldesk.part.health"]);
        var dates = HttpContext.RequestServices.GetRequiredService<Dates>();
        foreach (var stratum in View.Strata)
        {
            _strata.Add((stratum, stratum.Comparison.Skew is null ? null : PanelFigures.Compare(T, View, stratum, _strata.Count(s => s.Figure is not null) + 1, dates.Day(dates.Today))));
        }

        Weak = [.. View.Strata.SelectMany(s => s.Thin.Select(t => Sentence(s.Stratum, t)))];
        ViewData["Heading"] = Heading();
        return Page();
    }

    public string Number(int? count) => count is { } shown ? shown.ToString("N0", CultureInfo.CurrentCulture) : Fewer;

    public string Percent(int? percent) => percent is { } shown ? T["result.percent", shown] : "–";

    /// <summary>A share of rounded counts with what it lies between, as the result says it.</summary>
    public string Percent(RoundedShare? share)
    {
        if (share is not { IsShown: true })
        {
            return T["surveyResult.uncertain"];
        }

        var ends = share.Interval() ?? share.Rounding;
        return T["paneldesk.share", Whole(share.Value), Whole(ends.Lower), Whole(ends.Upper)];
    }

    private static int Whole(double share) => (int)Math.Round(100 * share, MidpointRounding.AwayFromZero);

    private string Sentence(PanelStratum stratum, ThinGroup thin)
    {
        var name = MissingGroups.Name(stratum.Key, [thin.Category], T);
        return thin switch
        {
            { Why: Thin.HalfItsShare, PopulationPercent: { } percent } => T["paneldesk.thin.half", name, percent],
            { PopulationPercent: { } percent } => T["paneldesk.thin.fewOf", name, View.Limits.SmallestGroup, percent],
            _ => T["paneldesk.thin.few", name, View.Limits.SmallestGroup],
        };
    }

    private string Heading() =>
        View.Strata.Where(s => s.Comparison.Skew is not null).MaxBy(s => s.Comparison.Skew) is not { } worst ? T["paneldesk.part.health"]
        : Dissimilarity.Classify(Math.Round(worst.Comparison.Skew!.Value, 2, MidpointRounding.AwayFromZero)) is var skew && skew == Skew.AboutAsPopulation ? T["paneldesk.health.good"]
        : T[$"paneldesk.health.heading.{skew}", InSentence.Of(worst.Stratum.Name)];
}
