namespace Medborgardialog.Domain.Panels;

/// <summary>
/// A background that members may tell, by which a panel is recruited and its distance from the population is measured (L1).
/// </summary>
/// <param name="Key"><c>age</c>, <c>area</c> or another lower-case word; what breakdowns of a wave name it by.</param>
/// <param name="Name">What people read, for example "Stadsdel".</param>
/// <param name="Question">As members are asked, for example "Var bor du?".</param>
/// <param name="Categories">Two or more. For <c>age</c> in years, such as "13–15", "16–17", "80+", youngest first.</param>
/// <param name="Source">Where the population's figures come from and their year; empty where there are none.</param>
public sealed record PanelStratum(string Key, string Name, string Question, IReadOnlyList<StratumCategory> Categories, string Source)
{
    /// <summary>Key of the variable that is not asked for: the age is known from the first question.</summary>
    public const string Age = "age";

    /// <summary>
    /// The key is one that breakdowns can be named by, every name says something, and there are at least two categories, each once. Those
    /// of <see cref="Age"/> are ages.
    /// </summary>
    public bool IsSound =>
        Key.Length is > 0 and <= 30 && Key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && Name.Trim().Length > 0
        && Categories.Count >= 2 && Categories.All(c => c.Name.Trim().Length > 0) && Categories.DistinctBy(c => c.Name).Count() == Categories.Count
        && (Key == Age ? Categories.All(c => Frames.AgeBand.Parse(c.Name) is not null) : Question.Trim().Length > 0);

    /// <summary>True when a share of the population is known for every category.</summary>
    public bool HasPopulation => Source.Length > 0 && Categories.All(c => c.Population > 0);
}

/// <param name="Population">Persons of the panel's ages who live in the municipality; null when not known.</param>
public sealed record StratumCategory(string Name, int? Population = null);
