using System.Globalization;
using System.Xml.Linq;
using Medborgardialog.Application.Figures;
using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Statistics;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Compare;

/// <summary>S11: units that give the same service, side by side, never ranked by chance (N3).</summary>
public sealed class UnitsModel(CompareUnitsHandler compare) : AppPage
{
    public UnitComparison View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string service, [FromQuery(Name = "enhet")] string[] units, CancellationToken cancellationToken)
    {
        var found = await compare.HandleAsync(
            new CompareUnitsQuery(service, units, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        View = found.Value;
        return Page();
    }

    /// <summary>How many answered, and with whom it is put together.</summary>
    public string Rate(UnitFacts unit) => unit switch
    {
        { Answers: null } => T["units.missing"],
        { ShownWith.Count: > 1 } => T["units.together", unit.Answers, string.Join(", ", unit.ShownWith.Where(n => n != unit.Name))],
        { Invited: { } invited } => T["units.rate", unit.Answers, invited, Math.Min(100, Math.Round(100.0 * unit.Answers.Value / invited))],
        _ => T["units.answers", unit.Answers],
    };

    public XElement Figure(UnitMeasure measure, int number)
    {
        var shown = measure.Rows.Where(r => r.Share is not null).ToList();
        var text = new FigureText(
            $"figur-{number}", T["result.figure", number], measure.Key == Domain.Surveys.SurveyTabulation.LoopKey ? T["loop.Attached"] : measure.Statement is null ? measure.Text : $"{measure.Statement} {measure.Text}", T["units.under"],
            T["surveyResult.source", View.Survey], measure.Text, [T["units.unit"], T["surveyResult.size"], T["surveyResult.positiveColumn"]]);
        return IntervalFigure.Draw(
            text, [.. shown.Select(r => new IntervalRow(r.Name, 100 * r.Share!.Value, 100 * Ends(r.Share).Lower, 100 * Ends(r.Share).Upper, Written(r.Share)))],
            [.. measure.Rows.Select(r => (IReadOnlyList<string>)[r.Name, r.Size.ToString(CultureInfo.CurrentCulture), r.Share is null ? T["surveyResult.uncertain"] : Written(r.Share)])],
            3, T["act.showTable"]);
    }

    /// <summary>What may be said about the differences, in words.</summary>
    public string Words(UnitMeasure measure) => measure.Separated.Count == 0
        ? T["units.notEstablished"]
        : string.Join(' ', measure.Separated.GroupBy(p => p.Higher, StringComparer.Ordinal).Select(g => T["units.established", g.Key, string.Join(", ", g.Select(p => p.Lower))]));

    private static ConfidenceInterval Ends(RoundedShare share) => share.Interval() ?? share.Rounding;

    private string Written(RoundedShare share) =>
        $"{T["surveyResult.share", Whole(share.Value)]} ({T["surveyResult.between", Whole(Ends(share).Lower), Whole(Ends(share).Upper)]})";

    private static int Whole(double share) => (int)Math.Round(100 * share, MidpointRounding.AwayFromZero);
}
