using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Exports;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Surveys;

public sealed record ExportSurveyTablesQuery(SurveyResultView Result, TableFormat Format);

/// <summary>The published result as a file, for everyone: what the page shows and no more.</summary>
public sealed class ExportSurveyTablesHandler(ITableFiles files, ITexts texts) : IUseCase
{
    public Task<Result<TableFile>> HandleAsync(ExportSurveyTablesQuery query, CancellationToken cancellationToken)
    {
        _ = cancellationToken;
        var sheet = new TableSheet(
            texts["export.result"],
            [
                texts["export.question"], texts["export.by"], texts["export.group"], texts["export.answer"], texts["export.count"],
                texts["export.base"], texts["export.percent"], texts["export.lower"], texts["export.upper"], texts["export.note"],
            ],
            Rows(query.Result).ToAsyncEnumerable());
        Result<TableFile> file = new TableFile(
            string.Create(CultureInfo.InvariantCulture, $"{query.Result.Slug}-resultat.{query.Format.ToString().ToLowerInvariant()}"),
            TableFile.ContentTypeOf(query.Format), (to, stop) => files.WriteAsync(query.Format, [sheet], to, stop));
        return Task.FromResult(file);
    }

    private IEnumerable<IReadOnlyList<TableCell>> Rows(SurveyResultView result)
    {
        foreach (var question in result.Loop.Concat(result.Questions).Concat(result.AddOns))
        {
            var text = question.Statement is null ? question.Text : $"{question.Statement} – {question.Text}";
            foreach (var choice in question.Choices)
            {
                var interval = choice.Share?.Interval();
                yield return Row(
                    text, "", "", choice.Label, choice.Count, question.Base, choice.Share?.Value, interval?.Lower, interval?.Upper,
                    choice.AtLeastPercent is { } least ? texts["surveyResult.atLeast", least] : "");
            }

            foreach (var choice in question.Outside)
            {
                yield return Row(text, "", "", choice.Label, choice.Count, null, null, null, null, texts["export.outside"]);
            }

            foreach (var row in question.Tables.SelectMany(t => Rows(text, t)))
            {
                yield return row;
            }
        }
    }

    private IEnumerable<IReadOnlyList<TableCell>> Rows(string question, BreakdownTable table)
    {
        if (table.Withheld is { } reason)
        {
            yield return Row(question, table.Name, "", "", null, null, null, null, null, texts[$"withheld.{reason}"]);
        }

        foreach (var line in table.Lines)
        {
            var group = string.Join(", ", line.Names);
            if (line.Withheld is not null)
            {
                yield return Row(question, table.Name, group, "", null, line.Size, null, null, null, texts["surveyResult.hiddenRow"]);
                continue;
            }

            for (var i = 0; i < line.Counts.Count; i++)
            {
                var share = line.Shares[i] is { IsShown: true } shown ? shown : null;
                var interval = share?.Interval() ?? share?.Rounding;
                yield return Row(
                    question, table.Name, group, table.Columns[i], line.Counts[i], line.Size, share?.Value, interval?.Lower, interval?.Upper,
                    texts[share is null && line.Shares[i] is not null ? "surveyResult.uncertain" : "export.rounded"]);
            }
        }
    }

    private static TableCell[] Row(
        string question, string by, string group, string answer, int? count, int? whole, double? share, double? lower, double? upper, string note) =>
        [new(question), new(by), new(group), new(answer), Number(count), Number(whole), Percent(share), Percent(lower), Percent(upper), new(note)];

    private static TableCell Number(int? number) => number is { } n ? new TableCell(n.ToString(CultureInfo.InvariantCulture), IsNumber: true) : new TableCell("");

    private static TableCell Percent(double? share) =>
        share is { } value ? new TableCell((100 * value).ToString("0", CultureInfo.InvariantCulture), IsNumber: true) : new TableCell("");
}
