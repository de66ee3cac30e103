using System.Globalization;
using System.Text;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Identity;

/// <summary>Somebody who takes part: a confirmed address and the name they chose to show. Nothing else is known.</summary>
public sealed class Resident : Entity
{
    public const int LongestName = 40;

    private const int MostMarks = 4;

    /// <summary>Zero-width joiner: emoji are put together with it.</summary>
    private const int Joiner = 0x200D;

    private Resident()
    {
    }

    /// <param name="email">Normalised, see <see cref="EmailAddress"/>.</param>
    public Resident(string email, DateTimeOffset now)
    {
        Email = email;
        CreatedAt = now;
    }

    public string Email { get; private set; } = "";

    /// <summary>The name others see, often a pseudonym. Empty until chosen.</summary>
    public string DisplayName { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>
    /// Chooses the shown name: 2 to 40 characters, not one that passes for the municipality
    /// (<see cref="DisplayNameWrong"/>, <see cref="DisplayNameReserved"/>).
    /// </summary>
    public Result<Done> ChooseName(string name)
    {
        var clean = Clean(name);
        if (clean.Length is < 2 or > LongestName || clean.Any(char.IsControl) || clean.Contains('@', StringComparison.Ordinal)
            || !clean.Any(char.IsLetterOrDigit) || HasStackedMarks(clean))
        {
            return new DisplayNameWrong();
        }

        string[] official = ["kommun", "moderator", "nämnd", "administratör"];
        if (official.Any(word => clean.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            return new DisplayNameReserved();
        }

        DisplayName = clean;
        return Done.Value;
    }

    /// <summary>One form of every letter, single spaces, and nothing invisible that turns the text around or hides in it (trust T74).</summary>
    private static string Clean(string name)
    {
        // A lone half of a pair cannot be normalised, nor stored.
        var whole = string.Concat(name.EnumerateRunes().Where(r => r != Rune.ReplacementChar && (r.Value == Joiner || Rune.GetUnicodeCategory(r) != UnicodeCategory.Format)));
        return string.Join(' ', whole.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool HasStackedMarks(string text)
    {
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            marks = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks > MostMarks)
            {
                return true;
            }
        }

        return false;
    }
}
