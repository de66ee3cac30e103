using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Themes;

/// <summary>The words of a theme as they are typed.</summary>
/// <param name="Description">What it is about, in one sentence.</param>
/// <param name="Wants">What people want, in two sentences.</param>
/// <param name="Goal">One of the municipality's common goals, in its own words; empty for none.</param>
public sealed record ThemeText(string Name, string Description, string Wants, string Goal);

/// <summary>One entry of the codebook. There is always a person who has named it.</summary>
public sealed class CodingTheme : Entity
{
    public const int MaxName = 60;
    public const int MaxDescription = 200;
    public const int MaxWants = 400;
    public const int MaxGoal = 80;
    public const int MostThemes = 60;

    private CodingTheme()
    {
    }

    public Guid SetId { get; private set; }

    public string Name { get; private set; } = "";

    public string Description { get; private set; } = "";

    public string Wants { get; private set; } = "";

    public string Goal { get; private set; } = "";

    /// <summary>Position in the codebook, from 0; the first nine have a key of their own.</summary>
    public int Order { get; private set; }

    public Guid NamedById { get; private set; }

    /// <summary>Who put the name to it, also where a program has proposed it.</summary>
    public string NamedByName { get; private set; } = "";

    /// <summary>Errors: <see cref="ThemeWordsWrong"/>, <see cref="ThemeNameTaken"/>, <see cref="TooManyThemes"/>.</summary>
    /// <param name="others">The themes that are there.</param>
    public static Result<CodingTheme> Create(Guid setId, ThemeText text, IReadOnlyCollection<CodingTheme> others, Coder by)
    {
        if (others.Count >= MostThemes)
        {
            return new TooManyThemes(MostThemes);
        }

        var theme = new CodingTheme { SetId = setId, Order = others.Count == 0 ? 0 : others.Max(t => t.Order) + 1 };
        var written = theme.Write(text, others, by);
        return written.IsSuccess ? theme : written.Error;
    }

    /// <summary>The same errors but the last.</summary>
    /// <param name="others">The themes of the set; this one among them or not.</param>
    public Result<Done> Write(ThemeText text, IReadOnlyCollection<CodingTheme> others, Coder by)
    {
        var (name, description) = (OneLine(text.Name), OneLine(text.Description));
        var (wants, goal) = (PlainText.Clean(text.Wants), OneLine(text.Goal));
        var wrong = Wrong(nameof(Name), name, 1, MaxName) ?? Wrong(nameof(Description), description, 0, MaxDescription)
            ?? Wrong(nameof(Wants), wants, 0, MaxWants) ?? Wrong(nameof(Goal), goal, 0, MaxGoal);
        if (wrong is not null)
        {
            return wrong;
        }

        if (others.Any(t => t.Id != Id && string.Equals(t.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            return new ThemeNameTaken();
        }

        (Name, Description, Wants, Goal) = (name, description, wants, goal);
        (NamedById, NamedByName) = (by.Id, by.Name);
        return Done.Value;
    }

    private static ThemeWordsWrong? Wrong(string field, string text, int least, int most) =>
        text.Length < least || text.Length > most ? new ThemeWordsWrong(field, most) : null;

    private static string OneLine(string text) => string.Join(' ', PlainText.Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
