namespace Medborgardialog.Domain.Surveys;

/// <summary>Where the group of a respondent comes from.</summary>
public enum BreakdownSource
{
    /// <summary>What came with the code or was told after the receipt: the key of an attribute such as <c>age</c>, <c>area</c> or <c>unit</c>.</summary>
    Background = 1,

    /// <summary>The answer to a question with one choice: its key.</summary>
    Question = 2,

    /// <summary>How the participant came in (trust T13).</summary>
    Door = 3,
}

/// <summary>A variable that results are broken down by, declared before opening; there are no others (rule R10).</summary>
/// <param name="Key">Of the attribute or question; <c>door</c> for <see cref="BreakdownSource.Door"/>.</param>
/// <param name="Name">What people read, for example "Enhet".</param>
/// <param name="Categories">Key and name of each group, in order.</param>
/// <param name="Ordered">True where neighbours belong together, such as ages.</param>
/// <param name="PopulationSource">Where the population of its groups comes from, and its year; empty where it is that of the municipality's own table, or not known.</param>
public sealed record BreakdownVariable(
    string Key, string Name, BreakdownSource Source, IReadOnlyList<BreakdownCategory> Categories, bool Ordered, string PopulationSource = "");

/// <param name="Invited">Persons of this group who were asked; null when not known.</param>
/// <param name="Population">Persons of this group among all that the sample stands for; null where the municipality's own table says it, or nobody knows.</param>
public sealed record BreakdownCategory(string Key, string Name, int? Invited = null, int? Population = null);
