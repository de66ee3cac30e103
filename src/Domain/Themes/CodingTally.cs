namespace Medborgardialog.Domain.Themes;

/// <summary>One person in one theme.</summary>
/// <param name="Stance">For or against where all their texts in the theme say the same of the two; else neither.</param>
/// <param name="Kinds">Where they wrote it.</param>
public sealed record ThemeVoice(Guid Person, Stance Stance, IReadOnlyList<InputKind> Kinds);

/// <summary>The people of one theme. Each counts once, however many texts they wrote.</summary>
public sealed record ThemeTally(Guid ThemeId, IReadOnlyList<ThemeVoice> Voices)
{
    public int People => Voices.Count;

    public int For => Voices.Count(v => v.Stance == Stance.For);

    public int Against => Voices.Count(v => v.Stance == Stance.Against);

    /// <summary>Whole percent of the people of the theme, 0 to 100.</summary>
    public int AgainstPercent => People == 0 ? 0 : (int)Math.Round(100.0 * Against / People, MidpointRounding.AwayFromZero);

    /// <summary>A tenth or more are against: their strongest words belong in the report (product E12).</summary>
    public bool NeedsOpposing => People >= CodingTally.FewestShown && Against * 10 >= People;

    /// <summary>People by where they wrote; one who wrote in two places is in both.</summary>
    public IReadOnlyDictionary<InputKind, int> ByKind =>
        Voices.SelectMany(v => v.Kinds).CountBy(k => k).ToDictionary();
}

/// <summary>What a coding comes to.</summary>
/// <param name="Inputs">Texts.</param>
/// <param name="Coded">Texts that somebody has read and said what they are about, also when that was none of the themes.</param>
/// <param name="WithTheme">Texts with a theme.</param>
/// <param name="Writers">People who wrote the texts.</param>
/// <param name="Themes">In the order of the codebook.</param>
public sealed record CodingTally(int Inputs, int Coded, int WithTheme, int Writers, IReadOnlyList<ThemeTally> Themes)
{
    /// <summary>Persons in the smallest theme whose number is told.</summary>
    public const int FewestShown = 5;

    /// <summary>Share of the texts with a theme, whole percent; 0 without texts.</summary>
    public int CoveragePercent => Inputs == 0 ? 0 : (int)Math.Round(100.0 * WithTheme / Inputs, MidpointRounding.AwayFromZero);

    /// <param name="inForce">The coding in force of each text that has one, see <see cref="ThemeCoding.InForce"/>.</param>
    public static CodingTally Of(IReadOnlyCollection<CodingInput> inputs, IReadOnlyCollection<CodingTheme> themes, IReadOnlyDictionary<Guid, ThemeCoding> inForce)
    {
        var marked = inputs.Where(i => inForce.ContainsKey(i.Id)).SelectMany(i => inForce[i.Id].Marks.Select(m => (Input: i, Mark: m))).ToLookup(m => m.Mark.ThemeId);
        return new CodingTally(
            inputs.Count, inputs.Count(i => inForce.ContainsKey(i.Id)), inputs.Count(i => inForce.TryGetValue(i.Id, out var c) && c.Marks.Count > 0),
            inputs.Select(i => i.Person).Distinct().Count(),
            [.. themes.OrderBy(t => t.Order).Select(t => new ThemeTally(t.Id, [.. marked[t.Id].GroupBy(m => m.Input.Person).Select(p => new ThemeVoice(
                p.Key, Combined([.. p.Select(m => m.Mark.Stance)]), [.. p.Select(m => m.Input.Kind).Distinct()]))]))]);
    }

    private static Stance Combined(List<Stance> stances) =>
        (stances.Contains(Stance.For), stances.Contains(Stance.Against)) switch
        {
            (true, false) => Stance.For,
            (false, true) => Stance.Against,
            _ => Stance.Neither,
        };
}
