using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Identity;

/// <summary>Somebody who takes part: a confirmed address and the name they chose to show. Nothing else is known.</summary>
public sealed class Resident : Entity
{
    public const int LongestName = 40;

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
        var clean = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (clean.Length is < 2 or > LongestName || clean.Any(char.IsControl) || clean.Contains('@', StringComparison.Ordinal))
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
}
