using System.Globalization;
using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.Domain.Surveys;

/// <summary>One column of a row-level export.</summary>
/// <param name="Name">Unique: the question's key, and after a full stop the choice of a question with several, or the place of a ranking.</param>
/// <param name="Choice">For a question with several choices: the one that the column tells of.</param>
/// <param name="Place">For a ranking: from 1; otherwise 0.</param>
public sealed record ExportColumn(string Name, Step Step, string? Choice, int Place);

/// <summary>
/// How answers lie in a row-level export: choices by key, several choices as 1 and 0, a ranking by place, numbers with a decimal point.
/// The ways of not answering have codes of their own, so that none is taken for another. Texts and places that somebody wrote or pointed
/// at are never in it (rule R18).
/// </summary>
public sealed class ExportLayout
{
    /// <summary>Asked and left.</summary>
    public const string Left = ".l";

    /// <summary>Never asked.</summary>
    public const string RoutedAway = ".r";

    private ExportLayout(IReadOnlyList<ExportColumn> columns) => Columns = columns;

    public IReadOnlyList<ExportColumn> Columns { get; }

    /// <param name="addOns">Whether questions that some units ask have columns: whoever answered one is a user of that unit.</param>
    public static ExportLayout Of(Route route, bool addOns) => new([.. route.Steps.Where(s => addOns || !s.Question.IsAddOn).SelectMany(Of)]);

    /// <param name="cells">As many as there are columns; every one is written.</param>
    public void Write(AnswerSheet sheet, Span<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = Cell(Columns[i], sheet);
        }
    }

    private static IEnumerable<ExportColumn> Of(Step step)
    {
        var question = step.Question;
        return question.Kind switch
        {
            _ when question.IsText || question is { Kind: QuestionKind.Place, IsTyped: true } => [],
            QuestionKind.Multiple => question.Choices.Select(c => new ExportColumn($"{question.Key}.{c.Key}", step, c.Key, 0)),
            QuestionKind.Ranking => Enumerable.Range(1, question.MaxChoices)
                .Select(place => new ExportColumn(string.Create(CultureInfo.InvariantCulture, $"{question.Key}.{place}"), step, null, place)),
            _ => [new ExportColumn(question.Key, step, null, 0)],
        };
    }

    private static string Cell(ExportColumn column, AnswerSheet sheet)
    {
        var answer = sheet[column.Step.Question.Key];
        if (answer.IsEmpty)
        {
            return sheet.Left.Contains(column.Step.Question.Key) ? Left : RoutedAway;
        }

        if (column.Choice is { } choice)
        {
            return answer.Choices.Contains(choice) ? "1" : "0";
        }

        return column.Place > 0 ? column.Place <= answer.Choices.Count ? answer.Choices[column.Place - 1] : ""
            : answer.Choices.Count > 0 ? answer.Choices[0]
            : answer.Text;
    }
}
