using Medborgardialog.Application.Common;
using Medborgardialog.Application.Exports;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Surveys;

/// <summary>What each column of an export is and what its values mean, so that the figures can be made again by somebody else.</summary>
internal static class Codebook
{
    public static TableSheet Sheet(ExportLayout layout, Survey survey, ITexts texts) => new(
        texts["export.codebook"],
        [texts["export.column"], texts["export.question"], texts["export.kind"], texts["export.value"], texts["export.meaning"], texts["export.inBase"], texts["export.shownIf"], texts["export.askedOf"]],
        Rows(layout, survey, texts).ToAsyncEnumerable());

    private static IEnumerable<IReadOnlyList<TableCell>> Rows(ExportLayout layout, Survey survey, ITexts texts)
    {
        foreach (var column in layout.Columns)
        {
            var question = column.Step.Question;
            var text = column.Step.Battery is { } battery ? $"{battery.Text} – {question.Text}" : question.Text;
            var logic = (column.Step.Battery ?? question).ShowIf is { } condition ? QuestionDescription.Of(condition).ToJsonString() : "";
            foreach (var (value, meaning, inBase) in Values(column, texts))
            {
                yield return
                [
                    new(column.Name), new(text), new(texts[$"export.kind.{question.Kind}"]), new(value), new(meaning),
                    new(texts[inBase ? "export.yes" : "export.no"]), new(logic),
                    new(question.IsAddOn ? string.Join(", ", survey.UnitsOf(question)) : texts["export.everyone"]),
                ];
            }
        }
    }

    private static IEnumerable<(string Value, string Meaning, bool InBase)> Values(ExportColumn column, ITexts texts)
    {
        var question = column.Step.Question;
        if (column.Choice is { } key)
        {
            var choice = question.Choices.First(c => c.Key == key);
            yield return ("1", choice.Label, !choice.IsOutside);
            yield return ("0", texts["export.notChosen"], true);
        }
        else
        {
            if (question.IsTyped)
            {
                yield return ("", texts[question.Kind == QuestionKind.Date ? "export.date" : "export.number"], true);
            }

            foreach (var choice in question.Choices)
            {
                yield return (choice.Key, choice.Label, !choice.IsOutside);
            }
        }

        yield return (ExportLayout.Left, texts["export.left"], false);
        yield return (ExportLayout.RoutedAway, texts["export.routed"], false);
    }
}
