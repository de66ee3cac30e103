using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Application.Reports;

/// <summary>
/// Puts a draft together in the order of ux 10.8. Proposals are in the words of the committee's answer, one measure each. The assessment is never
/// filled in: it belongs to the officer.
/// </summary>
/// <param name="points">Of the answer as it stands, draft or approved; empty where none has been begun.</param>
internal sealed class CaseDraftText(ITexts texts, Report report, ReportModel model, AskedDialogue dialogue, IReadOnlyList<FeedbackPoint> points, string registrationNumber)
{
    /// <summary>Longest list of tables that is still read.</summary>
    private const int MostTables = 40;

    public CaseDraft Compose() => new(
        texts["case.title", dialogue.NameInText], registrationNumber, model,
        [
            Proposals(),
            Part("sammanfattning") with { Text = [During(), texts["case.whyHere", model.Committee, Day(model.PromisedAt)]] },
            Case(),
            Part("resultat") with { Text = [texts["case.result.from", model.Number, model.Version]], ShowsSummary = true },
            Empty("bedomning"),
            Empty("ekonomi"),
            Part("konsekvenser") with { Parts = [Empty("barn"), Empty("tillganglighet"), Empty("landsbygd")] },
            Basis(),
            SentTo(),
        ]);

    /// <summary>Everything that is to be done, in the order of the answer.</summary>
    private CasePart Proposals()
    {
        var measures = points.Where(p => p.HasMeasure).Select(Measure).ToList();
        return measures.Count == 0
            ? Empty("forslag")
            : Part("forslag") with { Text = [texts["case.decides", model.Committee]], Items = measures, Numbered = true };
    }

    private string Measure(FeedbackPoint point)
    {
        var what = point.WeDo.Length == 0 ? texts["case.measureMissing"] : Ended(point.WeDo);
        var whole = texts["case.measure", point.Heading.TrimEnd('.'), what];
        if (point.When.Length > 0)
        {
            whole += " " + texts["case.when", point.When.TrimEnd('.')];
        }

        return point.Responsible.Length > 0 ? $"{whole} {texts["case.responsible", point.Responsible.TrimEnd('.')]}" : whole;
    }

    private CasePart Case() => Part("arendet") with
    {
        Text =
        [
            texts["case.about", dialogue.Title], During(), model.Basis,
            report.DeliveredAt is { } delivered ? texts["case.delivered", Day(delivered.SwedishDate())] : texts["case.notDelivered"],
            texts["case.asked"],
        ],
        Items = [.. model.Asked.Select(a => a.Text)],
    };

    private CasePart Basis() => Part("underlag") with
    {
        Items =
        [
            texts["case.basis.report", model.Number, model.Version, model.Title],
            .. model.Tables.Take(MostTables).Select((t, i) => texts["case.basis.table", (i + 1).ToString(CultureInfo.InvariantCulture), t.Caption]),
        ],
    };

    /// <summary>Those who are to do something, each once, and those who follow the dialogue.</summary>
    private CasePart SentTo() => Part("skickas") with
    {
        Items =
        [
            .. points.Where(p => p.HasMeasure && p.Responsible.Length > 0).Select(p => p.Responsible.TrimEnd('.')).Distinct(StringComparer.CurrentCultureIgnoreCase),
            texts["case.followers"],
        ],
    };

    private string During() => texts["case.during", dialogue.NameInText, Day(dialogue.OpensAt.SwedishDate()), Day(dialogue.ClosesAt.AddTicks(-1).SwedishDate())];

    private CasePart Part(string key) => CasePart.Of(key, texts[$"case.part.{key}"]);

    private CasePart Empty(string key) => Part(key) with { Instruction = texts[$"case.write.{key}"] };

    private static string Ended(string text) => text.EndsWith('.') || text.EndsWith('!') || text.EndsWith('?') ? text : text + ".";

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);
}
