using Medborgardialog.Application.Common;
using Medborgardialog.Application.Evidence;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Reports;
using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Application.Reports;

/// <summary>Byta, säga till, stanna in a report about a survey: groups and rates apart, never mixed in one figure (ux 10.3).</summary>
internal sealed class SurveyLoopPart(ITexts texts, FigureBook book, ReportTables tables, SurveySeriesPart series, string source, SurveyMaterial material)
{
    /// <summary>As they stand in the figure: what is well first, those who leave last.</summary>
    private static readonly LoopGroup[] _shown = [LoopGroup.Attached, LoopGroup.Voicing, LoopGroup.Silent, LoopGroup.Captive, LoopGroup.Leaving];

    public bool IsMeasured => Group(LoopGroup.Attached) is not null;

    private bool HasRates => Rates().Count > 0;

    public string? Title(string name) => Group(LoopGroup.Attached) is { } attached ? texts["report.loop.title", name, book.Share("", attached).Text] : null;

    public IEnumerable<ReportFinding> Findings()
    {
        if (Group(LoopGroup.Attached) is { } attached)
        {
            yield return series.Finding(attached, texts["report.loop.attached"], "stannar-garna", "evl-grupper");
        }

        if (Rate(LoopMeasure.Told) is { } told)
        {
            var share = book.Share(told.Label, told);
            var answered = Rate(LoopMeasure.GotAnswer);
            yield return new(
                share.Text,
                texts["report.loop.told", Ends(told)] + (answered is null ? "" : " " + texts["report.loop.toldAnswered", book.Share(answered.Label, answered).Text, Ends(answered)]),
                "evl-andelar", "", share.Figure);
        }

        if (Apart(Measures.Group(LoopGroup.Attached), "report.loop.unit", "evl-enheter") is { } unit)
        {
            yield return unit;
        }

        if (Apart(Measures.Rate(nameof(LoopMeasure.GotAnswer)), "report.loop.unitAnswer", "evl-svar") is { } answers)
        {
            yield return answers;
        }

        if (Group(LoopGroup.Silent) is { } silent && Group(LoopGroup.Captive) is { } captive)
        {
            var quiet = book.Share(texts["report.loop.quiet"], captive, silent);
            yield return new(
                quiet.Text, texts["report.loop.quietText", book.Share(silent.Label, silent).Text, book.Share(captive.Label, captive).Text], "evl-grupper", texts["report.word.notCompared"], quiet.Figure);
        }
        else if (Rate(LoopMeasure.ChooseAgain) is { } again)
        {
            var stays = book.Share(again.Label, again);
            var left = book.Row(Measures.PanelLeft);
            yield return new(
                stays.Text, texts["report.loop.again", Ends(again)] + (left is null ? "" : " " + texts["report.loop.left", book.Count(left).Text, book.Base(left).Text]), "evl-andelar", "", stays.Figure);
        }
    }

    /// <summary>Null where the survey measures nothing of it.</summary>
    public ReportSection? Section()
    {
        if (!IsMeasured && !HasRates)
        {
            return null;
        }

        var parts = new List<ReportTable>();
        if (IsMeasured)
        {
            parts.Add(Groups());
        }

        if (HasRates)
        {
            parts.Add(tables.Rates("evl-andelar", texts["report.loop.rates"], texts["report.loop.ratesUnder"], source, Rates()));
        }

        AddUnits(parts, Measures.Group(LoopGroup.Attached), "evl-enheter", "report.loop.byUnit");
        AddUnits(parts, Measures.Rate(nameof(LoopMeasure.GotAnswer)), "evl-svar", "report.loop.answersByUnit");
        if (Answering() is { } answered)
        {
            parts.Add(answered);
        }

        parts.AddRange(new ActualEventsPart(texts, book, material.Before).Tables());
        return new("evl", texts["report.evl"], [texts[IsMeasured ? "report.loop.means" : "report.loop.ratesMean"]], parts, texts["report.loop.reading"]);
    }

    /// <summary>Who leaves among those who were answered and among those who were not, said as what goes together and not as what comes of what (E7).</summary>
    private ReportTable? Answering()
    {
        if (material.Answering is not { } verdict || book.Row(Measures.Leaving(answered: true)) is not { } answered || book.Row(Measures.Leaving(answered: false)) is not { } unanswered)
        {
            return null;
        }

        var table = tables.Rates(
            "evl-svar-och-byte", texts["report.loop.answering"], texts["report.loop.answeringUnder"], source,
            [(texts["report.loop.wasAnswered"], answered), (texts["report.loop.wasNotAnswered"], unanswered)]);
        return table with { Notes = [texts[$"measures.answering.{verdict}"], texts["report.survey.rounded", answered.RoundingBase]] };
    }

    private ReportTable Groups()
    {
        var rows = _shown.Select(Group).OfType<EvidenceRow>().ToList();
        var unsatisfied = rows.Where(r => r.Kind is EvidenceKind.VoiceIndividual or EvidenceKind.Silence or EvidenceKind.LoyaltyCaptive).ToList();
        return new ReportTable(
            "evl-grupper", ReportDrawing.Stack, texts["report.loop.groups", book.Share("", rows[0]).Text], texts["report.loop.groupsUnder", book.Base(rows[0]).Text], texts["report.loop.groupsCaption"],
            [texts["report.loop.group"], texts["report.count"], texts["report.share"], texts["report.interval"]],
            [
                .. rows.Select(r =>
                {
                    var share = book.Share(r.Label, r);
                    return new ReportLine(
                        r.Label, [book.Count(r), share, new(book.Between(r))],
                        new ReportMark(share.Value ?? 0, null, null, null, share.Text, book.Count(r).Text, Strong: r.Kind == EvidenceKind.LoyaltyAttached));
                }),
            ],
            source,
            [
                texts["report.loop.unsatisfied", book.Share(texts["report.loop.unsatisfiedLabel"], unsatisfied).Text, book.Sum(texts["report.loop.unsatisfiedLabel"], unsatisfied).Text],
                texts["report.loop.definitions"], texts["report.loop.voiceNote"],
            ]);
    }

    private List<(string Label, EvidenceRow? Row)> Rates() =>
    [
        .. new[] { LoopMeasure.Told, LoopMeasure.GotAnswer, LoopMeasure.SomethingChanged, LoopMeasure.Leaves, LoopMeasure.ChooseAgain }
            .Select(Rate).OfType<EvidenceRow>().Select(r => (r.Label, (EvidenceRow?)r)),
        .. book.Row(Measures.PanelLeft) is { } left ? new[] { (left.Label, (EvidenceRow?)left) } : [],
    ];

    private void AddUnits(List<ReportTable> parts, string measure, string key, string heading)
    {
        var units = book.ByUnit(measure);
        if (units.Count < 2)
        {
            return;
        }

        var apart = Separated(units);
        parts.Add(tables.Rates(
            key, apart.Count == 0 ? texts[heading] : texts[$"{heading}.apart", apart[0].Lower], texts["report.loop.byUnitUnder"], source, [.. units.Select(u => (u.Unit, (EvidenceRow?)u))]) with
            {
                Notes =
                [
                    apart.Count == 0 ? texts["units.notEstablished"]
                        : string.Join(' ', apart.GroupBy(p => p.Higher, StringComparer.Ordinal).Select(g => texts["units.established", g.Key, string.Join(", ", g.Select(p => p.Lower))])),
                    texts["report.loop.many", units.Count],
                ],
            });
    }

    /// <summary>The unit that lies lowest, beside the one that lies highest: a finding only where something can be said of it.</summary>
    private ReportFinding? Apart(string measure, string key, string anchor)
    {
        var units = book.ByUnit(measure).Where(u => FigureBook.IntervalOf(u) is not null).OrderBy(u => (double)u.Count!.Value / u.Denominator!.Value).ToList();
        if (units.Count < 2)
        {
            return null;
        }

        var (low, high) = (units[0], units[^1]);
        var established = Separated(units).Exists(p => p.Lower == low.Unit && p.Higher == high.Unit);
        var share = book.Share($"{low.Label}", low);
        return new(
            share.Text, texts[key, low.Unit, Ends(low), book.Share(high.Label, high).Text, high.Unit, Ends(high)], anchor,
            texts[established ? "report.word.established" : "report.word.notEstablished"], share.Figure);
    }

    private static List<(string Higher, string Lower)> Separated(IEnumerable<EvidenceRow> units) =>
    [
        .. IntervalOrder.Separated([.. units.Where(u => FigureBook.IntervalOf(u) is not null).Select(u => new UnitInterval(u.Unit, FigureBook.IntervalOf(u)!))])
            .Select(p => (p.Higher.Name, p.Lower.Name)),
    ];

    private string Ends(EvidenceRow row) => FigureBook.IntervalOf(row) is { } ends ? $"({book.Between(ends)})" : "";

    private EvidenceRow? Group(LoopGroup group) => book.Row(Measures.Group(group));

    private EvidenceRow? Rate(LoopMeasure measure) => book.Row(Measures.Rate(measure.ToString()));
}
