using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Themes;

/// <summary>What stands between a coding and what is published of it.</summary>
/// <param name="Problems">All of them, in the order of the codebook.</param>
public sealed record ReleaseCheck(IReadOnlyList<Error> Problems)
{
    public Error? FirstProblem => Problems.Count > 0 ? Problems[0] : null;

    public static ReleaseCheck Of(
        CodingTally tally, IReadOnlyCollection<CodingTheme> themes, IReadOnlyCollection<ThemeQuote> quotes, IReadOnlyCollection<CodingInput> inputs,
        IReadOnlyDictionary<Guid, ThemeCoding> inForce)
    {
        var problems = new List<Error>();
        if (tally.Themes.All(t => t.People == 0))
        {
            problems.Add(new NothingCoded());
        }

        foreach (var theme in themes.OrderBy(t => t.Order))
        {
            var counted = tally.Themes.First(t => t.ThemeId == theme.Id);
            var own = quotes.Where(q => q.ThemeId == theme.Id).ToList();
            if (counted.People > 0 && (theme.Description.Length == 0 || theme.Wants.Length == 0))
            {
                problems.Add(new ThemeNotDescribed(theme.Name));
            }

            if (own.Exists(q => !q.IsChecked))
            {
                problems.Add(new QuoteUnchecked(theme.Name));
            }

            var opposing = inputs.Where(i => i.MayBeQuoted && inForce.TryGetValue(i.Id, out var c) && c.Marks.Any(m => m.ThemeId == theme.Id && m.Stance == Stance.Against))
                .Select(i => i.Id).ToHashSet();
            if (counted.NeedsOpposing && opposing.Count > 0 && !own.Exists(q => opposing.Contains(q.InputId)))
            {
                problems.Add(new OpposingQuoteMissing(theme.Name, counted.AgainstPercent));
            }
        }

        return new ReleaseCheck(problems);
    }
}
