using System.Globalization;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>
/// Breakdowns as lines of text. A line that begins with a hyphen is a group, <c>- key = name = invited</c>; any other begins a variable,
/// <c>key = name</c>. The key of a question with one choice takes that question's choices where no groups are written; <c>door</c> is how people came in;
/// every other key is what is known with the code. A closing <c>&gt;</c> on the line of a variable says that its groups lie in order.
/// </summary>
public static class BreakdownLines
{
    private const string InOrder = ">";
    private const string Door = "door";

    public static string Write(IReadOnlyList<BreakdownVariable> breakdowns) => string.Join("\n\n", breakdowns.Select(b =>
        $"{b.Key} = {b.Name}{(b.Ordered ? " " + InOrder : "")}\n" + string.Join('\n', b.Categories.Select(c =>
            c.Invited is { } invited ? string.Create(CultureInfo.InvariantCulture, $"- {c.Key} = {c.Name} = {invited}") : $"- {c.Key} = {c.Name}"))));

    /// <summary>Never fails: what makes no sense becomes a variable that the domain refuses by name.</summary>
    public static IReadOnlyList<BreakdownVariable> Read(string? text, IReadOnlyList<Question> questions)
    {
        var read = new List<BreakdownVariable>();
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.TrimStart('-').Split('=', StringSplitOptions.TrimEntries);
            if (!line.StartsWith('-') || read.Count == 0)
            {
                read.Add(Variable(parts, questions));
                continue;
            }

            int? invited = parts.Length > 2 && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
            var group = new BreakdownCategory(parts[0], parts.Length > 1 ? parts[1] : parts[0], invited);
            read[^1] = read[^1] with { Categories = [.. read[^1].Categories, group] };
        }

        return [.. read.Select(v => v.Categories.Count > 0 ? v : v with { Categories = OfQuestion(v, questions) })];
    }

    private static BreakdownVariable Variable(string[] parts, IReadOnlyList<Question> questions)
    {
        var ordered = parts[^1].EndsWith(InOrder, StringComparison.Ordinal);
        parts[^1] = parts[^1].TrimEnd(InOrder[0]).TrimEnd();
        var source = parts[0] == Door ? BreakdownSource.Door : questions.Any(q => q.Key == parts[0]) ? BreakdownSource.Question : BreakdownSource.Background;
        var name = parts.Length > 1 ? parts[1] : questions.FirstOrDefault(q => q.Key == parts[0])?.Section ?? parts[0];
        return new BreakdownVariable(parts[0], name, source, [], ordered);
    }

    private static BreakdownCategory[] OfQuestion(BreakdownVariable variable, IReadOnlyList<Question> questions) =>
        variable.Source != BreakdownSource.Question || questions.FirstOrDefault(q => q.Key == variable.Key) is not { } question || question.MaxChoices > 1
            ? []
            : [.. question.Choices.Where(c => !c.IsOutside).Select(c => new BreakdownCategory(c.Key, c.Label))];
}
