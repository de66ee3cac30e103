using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Application.Disclosure;
using Medborgardialog.Application.Figures;
using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Web.Resources;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Consultations;

/// <summary>S9: what people answered, who took part, and how it was counted. Sealed until the result is public, for everyone.</summary>
public sealed class ResultsModel(GetConsultationHandler get, GetResultHandler getResult, ListPublicThemesHandler listThemes) : ConsultationPage(get)
{
    public ResultView? Result { get; private set; }

    /// <summary>Null before the report has been delivered.</summary>
    public PublicThemes? Themes { get; private set; }

    private Dates Dates => HttpContext.RequestServices.GetRequiredService<Dates>();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAllAsync(slug, cancellationToken) is { } other)
        {
            return other;
        }

        Themes = Result is null ? null : await listThemes.HandleAsync(new ListPublicThemesQuery(Consultation.Id), cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnGetDataAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAllAsync(slug, cancellationToken) is { } other)
        {
            return other;
        }

        return Result is null
            ? NotFound()
            : File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Csv(Result))).ToArray(), "text/csv; charset=utf-8", $"{slug}-resultat.csv");
    }

    public string Finding(QuestionResult question)
    {
        var most = question.Choices.Max(c => c.Count);
        var first = question.Choices.Where(c => c.Count == most).ToList();
        return question.Base == 0 ? T["result.nobody"]
            : first.Count > 1 ? T["result.tie", string.Join(", ", first.Select(c => c.Label))]
            : T["result.mostChose", first[0].Label];
    }

    public XElement Figure(QuestionResult question, int number)
    {
        var most = question.Choices.Count == 0 ? 0 : question.Choices.Max(c => c.Count);
        var outside = question.OutsideBase.Sum(c => c.Count);
        var bars = question.Choices
            .Select(c => new Bar(c.Label, c.Percent, T["result.percent", c.Percent], $"({Number(c.Count)})", c.Count == most, c.Key == "inget"))
            .ToList();
        var text = new FigureText(
            $"figur-{question.Key}", T["result.figure", number], $"{question.Section}: {Finding(question)}",
            T[question.IsMultiple ? "result.underMultiple" : "result.under", Period(), Number(question.Base)],
            outside > 0 ? T["result.sourceOutside", Consultation.NameInText, Number(outside)] : T["result.source", Consultation.NameInText],
            question.Text, [T["result.choice"], T["result.count"], T["result.share"]]);
        return BarFigure.Draw(
            text, bars, [.. question.Choices.Select(c => (IReadOnlyList<string>)[c.Label, Number(c.Count), T["result.percent", c.Percent]])], 2, T["act.showTable"]);
    }

    public XElement Who(string id, string caption, IReadOnlyList<WhoRow> rows, int number) =>
        WhoFigure.Draw(T, id, T["result.figure", number], caption, T["result.whoSource", Consultation.NameInText], rows, 2);

    /// <summary>How the answers came in: names of the doors, and about how many.</summary>
    public IEnumerable<(string Names, string Count)> Doors(IReadOnlyList<PublishedGroup> groups) => groups.Select(g => (
        string.Join(", ", g.Names.Select(n => T[$"door.{(AnswerDoor)int.Parse(n, CultureInfo.InvariantCulture)}"])), T["door.about", Number(g.Count)]));

    public static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    private string Period() => $"{Dates.Day(Consultation.Schedule!.AnswersOpenAt)}–{Dates.Day(PhaseText.LastDay(Consultation.Schedule.ClosesAt))}";

    private async Task<IActionResult?> LoadAllAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, cancellationToken) is { } other)
        {
            return other;
        }

        var found = await getResult.HandleAsync(new GetResultQuery(Consultation.Id, Audience.Public), cancellationToken);
        Result = found.Value;
        return null;
    }

    private static string Csv(ResultView result)
    {
        var csv = new StringBuilder("fråga;svar;antal;procent av dem som svarade\r\n");
        foreach (var question in result.Questions)
        {
            foreach (var choice in question.Choices)
            {
                csv.Append(CultureInfo.InvariantCulture, $"{Cell(question.Text)};{Cell(choice.Label)};{choice.Count};{choice.Percent}\r\n");
            }

            foreach (var choice in question.OutsideBase)
            {
                csv.Append(CultureInfo.InvariantCulture, $"{Cell(question.Text)};{Cell(choice.Label)};{choice.Count};\r\n");
            }
        }

        return csv.ToString();
    }

    /// <summary>Quoted, and never read as a formula by a spreadsheet.</summary>
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
