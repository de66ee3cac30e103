using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Themes;

/// <summary>What stands between a coding and what is published of it.</summary>
/// <param name="Problems">All of them, in the order of the codebook.</param>
public sealed record ReleaseCheck(IReadOnlyList<Error> Problems)
{
    public Error? FirstProblem => Problems.Count > 0 ? Problems[0] : null;

    public static ReleaseCheck Of(CodingBook book)
    {
        var (tally, problems) = (book.Tally(), new List<Error>());
        if (tally.Themes.All(t => t.People == 0))
        {
            problems.Add(new NothingCoded());
        }

        foreach (var (theme, counted) in book.Themes.Zip(tally.Themes))
        {
            var own = book.Quotes.Where(q => q.ThemeId == theme.Id).ToList();
            if (counted.People > 0 && (theme.Description.Length == 0 || theme.Wants.Length == 0))
            {
                problems.Add(new ThemeNotDescribed(theme.Name));
            }

            if (own.Exists(q => !q.IsChecked))
            {
                problems.Add(new QuoteUnchecked(theme.Name));
            }

            var mayOppose = book.Inputs.Any(i => i.MayBeQuoted && book.StanceOf(i.Id, theme.Id) == Stance.Against);
            if (counted.NeedsOpposing && mayOppose && !own.Exists(q => book.StanceOf(q.InputId, theme.Id) == Stance.Against))
            {
                problems.Add(new OpposingQuoteMissing(theme.Name, counted.AgainstPercent));
            }
        }

        return new ReleaseCheck(problems);
    }
}
