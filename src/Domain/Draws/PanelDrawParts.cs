namespace Medborgardialog.Domain.Draws;

/// <summary>How far a draw has come. It goes forward one step at a time, and back only to be tried with other quotas before anything is published.</summary>
public enum PanelDrawState
{
    /// <summary>The files are sound. Nothing has been computed.</summary>
    Checked = 0,

    /// <summary>No panel keeps the quotas; <see cref="PanelDraw.Changes"/> says what would help.</summary>
    Impossible = 1,

    /// <summary>The portfolio is there for officers to look at.</summary>
    Computed = 2,

    /// <summary>Input and portfolio are frozen and their fingerprints public; the seed is waited for.</summary>
    Published = 3,

    /// <summary>One officer has typed the seed; another has to type it too.</summary>
    SeedTyped = 4,

    Drawn = 5,

    /// <summary>Called back with a public reason. What was published stays; nobody is invited from it.</summary>
    Recalled = 6,
}

/// <summary>A seed that was typed wrong and taken back before the panel was drawn; told to everybody, since it could have been another panel.</summary>
public sealed record SeedTakenBack(string Seed, DateTimeOffset At);

/// <summary>What an officer says of a draw beside the files.</summary>
/// <param name="Name">1 to <see cref="LongestName"/> characters.</param>
/// <param name="Size">Seats, 1 to <see cref="MostSeats"/>.</param>
/// <param name="Household">Columns that together say who lives together; none when anybody may sit with anybody.</param>
/// <param name="IdColumn">Column with the officers' own id of each person; empty for the column <c>id</c>, or the row.</param>
/// <param name="LimitMinutes">How long better panels are looked for, 1 to <see cref="LongestLimit"/>.</param>
public sealed record PanelDrawSettings(string Name, int Size, IReadOnlyList<string> Household, string IdColumn, int LimitMinutes)
{
    public const int LongestName = 120;
    public const int MostSeats = 1000;
    public const int LongestLimit = 240;
}

/// <summary>A quota and how many there are to choose between.</summary>
public sealed record QuotaFound(string Feature, string Value, int Min, int Max, int Candidates);

/// <summary>What the dry check found.</summary>
/// <param name="Households">With somebody who is alone as one.</param>
/// <param name="Groups">Of people whom the draw cannot tell apart.</param>
/// <param name="Alone">How many have values that, taken together, nobody else has: they can be pointed out if the input is published.</param>
public sealed record DrawFindings(int Candidates, int Households, int Groups, int Alone, IReadOnlyList<QuotaFound> Quotas);

/// <summary>How many people have a chance.</summary>
/// <param name="Probability">0 to 1, to a ten-thousandth of a percentage point.</param>
public sealed record ChanceStep(double Probability, int People);

/// <summary>What is told of a portfolio.</summary>
/// <param name="Lowest">The lowest chance, 0 to 1, exactly that of the lottery.</param>
/// <param name="Chances">The lowest first.</param>
public sealed record DrawOutcome(
    string Method, string Solver, int Panels, double Lowest, double Highest, IReadOnlyList<LeximinLevel> Levels, IReadOnlyList<ChanceStep> Chances)
{
    /// <summary>By how much the first step that is not proven could be higher, 0 to 1; 0 when all are proven.</summary>
    public double Gap => Levels.FirstOrDefault(l => !l.IsProven)?.Gap ?? 0;

    public bool IsProven => Levels.Count > 0 && Levels.All(l => l.IsProven);

    public static DrawOutcome Of(Pool pool, Portfolio portfolio, IReadOnlyList<LeximinLevel> levels, ISolver solver)
    {
        var chances = portfolio.Chances(pool);
        return new DrawOutcome(
            Leximin.Method, solver.Name, portfolio.Panels.Count, chances.Min(c => c.Probability), chances.Max(c => c.Probability), levels,
            [
                .. chances.GroupBy(c => Math.Round(c.Probability, 6), c => pool.Groups[c.Group].Members.Count).OrderBy(c => c.Key)
                    .Select(c => new ChanceStep(c.Key, c.Sum())),
            ]);
    }
}

/// <summary>Somebody declined.</summary>
/// <param name="Declined">Number of the one who left the panel.</param>
/// <param name="Instead">Number of the one who came in; null when nobody keeps the quotas.</param>
public sealed record SeatChange(string Declined, string? Instead, DateTimeOffset At);
