using System.Globalization;
using System.Xml.Linq;
using Medborgardialog.Application.Disclosure;
using Medborgardialog.Application.Exports;
using Medborgardialog.Application.Figures;
using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Statistics;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Surveys;

/// <summary>S9 for surveys: what people answered, how sure it is, and by the groups that were declared. Sealed for everyone until it is public.</summary>
public sealed class ResultsModel(GetSurveyHandler get, GetSurveyResultHandler getResult, CompareEditionsHandler compare, ExportSurveyTablesHandler export) : AppPage
{
    public SurveyView Survey { get; private set; } = null!;

    /// <summary>Null while it is sealed.</summary>
    public SurveyResultView? Result { get; private set; }

    /// <summary>Citizens' and users' perspectives apart, never pooled (L7).</summary>
    public IEnumerable<IGrouping<string, SurveyQuestionResult>> Parts => Result!.Questions.GroupBy(q => q.Perspective switch
    {
        Perspective.Citizen => "citizen",
        Perspective.User => "user",
        _ => "other",
    }).OrderBy(part => part.Key == "other");

    /// <summary>Other editions and other municipalities.</summary>
    public IReadOnlyList<IndicatorSeries> Series { get; private set; } = [];

    /// <summary>Address of the comparison between units, or null where there is none.</summary>
    public string? CompareAt => Result?.Who.Any(w => w.Variable == CompareUnitsHandler.Variable && w.Groups.Count > 1) == true ? $"/jamfor/{Survey.ServiceSlug}" : null;

    /// <summary>How those who answered came to do so, in a sentence.</summary>
    public string Lead => Result switch
    {
        null when Survey.Phase == Domain.Surveys.SurveyPhase.Cancelled => $"{T["surveyResult.cancelled"]} {Survey.StateReason}",
        null => T["surveyResult.sealed", Survey.Times is { } times ? HttpContext.RequestServices.GetRequiredService<Resources.Dates>().Day(times.ResultsAt) : ""],
        { TooFew: true } => T["surveyResult.tooFew", Result.Limits.SmallestGroup],
        { Design: SampleDesign.Open } => T["surveyResult.open", Number(Result.Answers!.Value)],
        { Rate: { } rate } => T[
            Result.Design == SampleDesign.TotalSurvey ? "surveyResult.total" : "surveyResult.sample",
            Number(Result.Answers!.Value), Number(Result.Invited!.Value), Math.Round(100 * rate.Rate!.Value)],
        _ => T["surveyResult.unknown", Number(Result.Answers!.Value)],
    };

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) => await LoadAsync(slug, cancellationToken) ?? Page();

    public Task<IActionResult> OnGetDataAsync(string slug, CancellationToken cancellationToken) => FileAsync(slug, TableFormat.Csv, cancellationToken);

    public Task<IActionResult> OnGetSheetAsync(string slug, CancellationToken cancellationToken) => FileAsync(slug, TableFormat.Xlsx, cancellationToken);

    private async Task<IActionResult> FileAsync(string slug, TableFormat format, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, cancellationToken) is { } other)
        {
            return other;
        }

        return Result is { TooFew: false }
            ? new TableFileResult((await export.HandleAsync(new ExportSurveyTablesQuery(Result, format), cancellationToken)).Value!)
            : NotFound();
    }

    private async Task<IActionResult?> LoadAsync(string slug, CancellationToken cancellationToken)
    {
        var survey = await get.HandleAsync(new GetSurveyQuery(slug), cancellationToken);
        if (!survey.IsSuccess)
        {
            return Fail(survey.Error);
        }

        Survey = survey.Value;
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        Result = (await getResult.HandleAsync(new GetSurveyResultQuery(slug, Audience.Public, language), cancellationToken)).Value;
        Series = Result is { TooFew: false } ? (await compare.HandleAsync(new CompareEditionsQuery(slug), cancellationToken)).Value?.Series ?? [] : [];
        return null;
    }

    public static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    public XElement Figure(SurveyQuestionResult question, int number)
    {
        var most = question.Choices.Max(c => c.Count ?? 0);
        var bars = question.Choices
            .Select(c => new Bar(
                c.Label, c.Share?.Percent ?? c.AtLeastPercent ?? 0, c.AtLeastPercent is { } least ? T["surveyResult.atLeast", least] : Percent(c.Share),
                Between(c.Share?.Interval()), c.Count == most))
            .ToList();
        var text = new FigureText(
            $"figur-{number}", T["result.figure", number], Finding(question),
            T[question.Kind == QuestionKind.Multiple ? "surveyResult.underMultiple" : "surveyResult.under", Number(question.Base)],
            T["surveyResult.source", Survey.NameInText], question.Text, Heads(question));
        return BarFigure.Draw(text, bars, [.. question.Choices.Select(c => Cells(c))], 3, T["act.showTable"]);
    }

    /// <summary>What lies beside the base, in words; nothing where all answered within it.</summary>
    public string Beside(SurveyQuestionResult question)
    {
        var parts = new List<string>();
        if (question.Outside.Where(c => c.Count > 0).Select(c => T["surveyResult.outsideRow", c.Label, Number(c.Count!.Value)]).ToList() is { Count: > 0 } outside)
        {
            parts.Add(T["surveyResult.outside", string.Join(", ", outside)]);
        }

        if (question.States is { } states && states.Left + states.RoutedAway > 0)
        {
            parts.Add(T["surveyResult.states", Number(states.Left), Number(states.RoutedAway)]);
        }

        if (question.Base is >= 10 and < 50)
        {
            parts.Add(T["surveyResult.few", question.Base]);
        }

        return string.Join(' ', parts);
    }

    /// <summary>A question that has no bars: a number, texts, or too few answers.</summary>
    public string Plain(SurveyQuestionResult question) =>
        question.Number is { } number
            ? T["surveyResult.numbers", Decimal(number.Mean), Decimal(number.Median), "", Number(number.Answered)]
            : question.Texts > 0 ? T["surveyResult.texts", Number(question.Texts)]
            : T["withheld.TooFew"];

    public XElement Table(SurveyQuestionResult question, BreakdownTable table)
    {
        var positive = table.Lines.Any(l => l.Positive is not null);

        // A column outside the base that nobody is in takes room and says nothing.
        var columns = Enumerable.Range(0, table.Columns.Count)
            .Where(i => table.Lines.Any(l => l.Counts.Count == 0 || l.Shares[i] is not null || l.Counts[i] > 0)).ToList();
        IEnumerable<string> heads = [T["surveyResult.group"], T["surveyResult.size"], .. positive ? [T["surveyResult.positiveColumn"]] : Array.Empty<string>(), .. columns.Select(i => table.Columns[i])];
        return FigureTable.Draw($"{question.Text} – {table.Name}", [.. heads], [.. table.Lines.Select(Row)]);

        IReadOnlyList<string> Row(BreakdownLine line)
        {
            var name = string.Join(", ", line.Names);
            if (line.Withheld is not null)
            {
                return [name, Number(line.Size), T["surveyResult.hiddenRow"], .. Enumerable.Repeat("..", heads.Count() - 3)];
            }

            return
            [
                name, Number(line.Size), .. positive ? [Rounded(line.Positive)] : Array.Empty<string>(),
                .. columns.Select(i => line.Shares[i] is { } share ? Rounded(share) : Number(line.Counts[i])),
            ];
        }
    }

    /// <summary>Unweighted and weighted in one table; the effective size says what the weights cost.</summary>
    public XElement Weighted(string caption, Share plain, WeightedPositive weighted) => FigureTable.Draw(
        T["weighted.region", caption], [T["weighted.how"], T["surveyResult.positiveColumn"], T["surveyResult.interval"], T["weighted.size"]],
        [
            [T["weighted.plain"], Percent(plain), plain.Interval() is { } interval ? Ends(interval) : "–", Number(plain.Denominator)],
            [
                T["weighted.weighted"], T["surveyResult.share", Whole(weighted.Share.Value)], Ends(weighted.Share.Interval),
                Number((int)Math.Round(weighted.Share.Size, MidpointRounding.AwayFromZero)),
            ],
        ]);

    public XElement Who(WhoAnswered who)
    {
        var invited = who.Groups.Any(g => g.Invited is not null);
        var total = who.Groups.Sum(g => g.Count);
        IEnumerable<string> heads = [T["surveyResult.group"], T["surveyResult.size"], T["surveyResult.percent"], .. invited ? [T["surveyResult.invited"], T["surveyResult.rateOf"]] : Array.Empty<string>()];
        return FigureTable.Draw(who.Name, [.. heads], [.. who.Groups.Select(g => (IReadOnlyList<string>)
        [
            string.Join(", ", g.Names), Number(g.Count), T["surveyResult.share", Math.Round(100.0 * g.Count / Math.Max(1, total))],
            .. invited ? [g.Invited is { } n ? Number(n) : "–", g.Invited is { } all and > 0 ? T["surveyResult.share", Math.Min(100, Math.Round(100.0 * g.Count / all))] : "–"] : Array.Empty<string>(),
        ])]);
    }

    public XElement Trend(IndicatorSeries series, int number) => Points($"trend-{number}", series, series.Points, number, T["trend.under"]);

    public XElement Elsewhere(IndicatorSeries series, int number) =>
        Points($"andra-{number}", series, [.. series.Elsewhere.Append(series.Points[^1] with { Place = T["trend.us"] })], number, T["trend.elsewhereUnder"]);

    /// <summary>What may be said of each step, in words.</summary>
    public IEnumerable<string> Steps(IndicatorSeries series) =>
        series.Steps.Select(s => T[$"trend.{s.Verdict}", s.From.Edition, s.To.Edition]
            + (series.Points.FirstOrDefault(p => p.Point == s.To)?.BreakNote is { } note ? " " + note : ""));

    private XElement Points(string id, IndicatorSeries series, IReadOnlyList<SourcedPoint> points, int number, string under)
    {
        var text = new FigureText(
            id, T["result.figure", number], series.Text, under, T["trend.source", string.Join(", ", points.Select(p => p.Source).Distinct(StringComparer.Ordinal))],
            series.Text, [T["trend.edition"], T["surveyResult.size"], T["surveyResult.percent"]]);
        string Name(SourcedPoint p) => p.Place.Length > 0 ? $"{p.Place} {p.Point.Edition}" : p.Point.Edition + (p.Point.BreaksBefore ? " *" : "");
        string Value(SourcedPoint p) => $"{Percent(p.Point.Share)} {Between(p.Point.Share.Interval())}";
        return IntervalFigure.Draw(
            text,
            [.. points.Select(p => new IntervalRow(
                Name(p), 100 * p.Point.Share.Value!.Value, 100 * (p.Point.Share.Interval()?.Lower ?? p.Point.Share.Value.Value),
                100 * (p.Point.Share.Interval()?.Upper ?? p.Point.Share.Value.Value), Value(p)))],
            [.. points.Select(p => (IReadOnlyList<string>)[Name(p), Number(p.Point.Share.Denominator), Value(p)])], 3, T["act.showTable"]);
    }

    private string Finding(SurveyQuestionResult question)
    {
        if (question.Key == Domain.Surveys.SurveyTabulation.LoopKey)
        {
            return question.Text;
        }

        return question.Positive is not { Percent: { } percent } share ? question.Text
            : share.Interval() is { } interval
                ? $"{question.Text} – {T["surveyResult.positiveBetween", percent, Whole(interval.Lower), Whole(interval.Upper)]}"
                : $"{question.Text} – {T["surveyResult.positive", percent]}";
    }

    private string[] Heads(SurveyQuestionResult question) => Result!.AllowsInference && question.Choices.Any(c => c.Share?.Interval() is not null)
        ? [T["surveyResult.choice"], T["surveyResult.count"], T["surveyResult.percent"], T["surveyResult.interval"]]
        : [T["surveyResult.choice"], T["surveyResult.count"], T["surveyResult.percent"]];

    private IReadOnlyList<string> Cells(ChoiceShare choice)
    {
        var count = choice.Count is { } n ? Number(n) : "..";
        var share = choice.AtLeastPercent is { } least ? T["surveyResult.atLeast", least] : Percent(choice.Share);
        return choice.Share?.Interval() is { } interval ? [choice.Label, count, share, Ends(interval)] : [choice.Label, count, share];
    }

    private string Percent(Share? share) => share?.Percent is { } percent ? T["surveyResult.share", percent] : "..";

    private string Between(ConfidenceInterval? interval) => interval is null ? "" : $"({Ends(interval)})";

    private string Ends(ConfidenceInterval interval) => T["surveyResult.between", Whole(interval.Lower), Whole(interval.Upper)];

    /// <summary>A share behind rounded counts, with what rounding and chance can hide (decision 26).</summary>
    private string Rounded(RoundedShare? share) => share is not { IsShown: true }
        ? T["surveyResult.uncertain"]
        : $"{T["surveyResult.share", Whole(share.Value)]} ({Ends(share.Interval() ?? share.Rounding)})";

    private static int Whole(double share) => (int)Math.Round(100 * share, MidpointRounding.AwayFromZero);

    private static string Decimal(decimal number) => number.ToString("0.###", CultureInfo.CurrentCulture);
}
