using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>Choices as lines of text with a mark at the end of those that are counted in another way.</summary>
public static class ChoiceLines
{
    /// <summary>Counted as a positive answer.</summary>
    public const string Positive = "[+]";

    /// <summary>Outside the base, as "Vet inte".</summary>
    public const string Outside = "[-]";

    /// <summary>No experience.</summary>
    public const string NoExperience = "[0]";

    public static string Write(IEnumerable<Choice> choices) => string.Join('\n', choices.Select(c =>
        c.Label + (c.Positive ? " " + Positive : "") + (c.NoExperience ? " " + NoExperience : c.OutsideBase ? " " + Outside : "")));

    public static IReadOnlyList<ChoiceLine> Read(string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ReadLine)];

    private static ChoiceLine ReadLine(string text)
    {
        var line = new ChoiceLine(text);
        while (true)
        {
            var (label, marked) = line.Label switch
            {
                var l when l.EndsWith(Positive, StringComparison.Ordinal) => (l[..^3], line with { Positive = true }),
                var l when l.EndsWith(Outside, StringComparison.Ordinal) => (l[..^3], line with { OutsideBase = true }),
                var l when l.EndsWith(NoExperience, StringComparison.Ordinal) => (l[..^3], line with { NoExperience = true }),
                var l => (l, line),
            };
            if (label.Length == line.Label.Length)
            {
                return line;
            }

            line = marked with { Label = label.TrimEnd() };
        }
    }
}
