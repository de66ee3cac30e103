using System.Text.Json.Serialization;

namespace Medborgardialog.Domain.Ballots;

/// <summary>
/// When a question is asked, as a tree over the answers to earlier questions. A question that was not asked, or was left, counts as
/// unanswered: every comparison with it is false. Compiled by <see cref="Route"/>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "if")]
[JsonDerivedType(typeof(ChoiceIs), "choice")]
[JsonDerivedType(typeof(IsAnswered), "answered")]
[JsonDerivedType(typeof(NumberIs), "number")]
[JsonDerivedType(typeof(DateIs), "date")]
[JsonDerivedType(typeof(AllOf), "all")]
[JsonDerivedType(typeof(AnyOf), "any")]
[JsonDerivedType(typeof(Not), "not")]
public abstract record Condition
{
    /// <summary>Most levels of a tree.</summary>
    public const int MaxDepth = 8;

    /// <summary>Keys of the questions it asks about, of a battery's statement as <c>battery.statement</c>.</summary>
    [JsonIgnore]
    public abstract IEnumerable<string> References { get; }

    [JsonIgnore]
    public abstract int Depth { get; }
}

/// <summary>Any of <paramref name="Choices"/> was chosen.</summary>
public sealed record ChoiceIs(string Question, IReadOnlyList<string> Choices) : Condition
{
    [JsonIgnore]
    public override IEnumerable<string> References => [Question];

    [JsonIgnore]
    public override int Depth => 1;
}

/// <summary>Answered at all; "vet inte" is an answer.</summary>
public sealed record IsAnswered(string Question) : Condition
{
    [JsonIgnore]
    public override IEnumerable<string> References => [Question];

    [JsonIgnore]
    public override int Depth => 1;
}

/// <summary>The number lies between the two, both inclusive; null for no limit.</summary>
public sealed record NumberIs(string Question, decimal? From, decimal? To) : Condition
{
    [JsonIgnore]
    public override IEnumerable<string> References => [Question];

    [JsonIgnore]
    public override int Depth => 1;
}

/// <summary>The day lies between the two, both inclusive; null for no limit.</summary>
public sealed record DateIs(string Question, DateOnly? From, DateOnly? To) : Condition
{
    [JsonIgnore]
    public override IEnumerable<string> References => [Question];

    [JsonIgnore]
    public override int Depth => 1;
}

/// <summary>True when there are none.</summary>
public sealed record AllOf(IReadOnlyList<Condition> Conditions) : Condition
{
    [JsonIgnore]
    public override IEnumerable<string> References => Conditions.SelectMany(c => c.References);

    [JsonIgnore]
    public override int Depth => 1 + Conditions.Select(c => c.Depth).DefaultIfEmpty().Max();
}

/// <summary>False when there are none.</summary>
public sealed record AnyOf(IReadOnlyList<Condition> Conditions) : Condition
{
    [JsonIgnore]
    public override IEnumerable<string> References => Conditions.SelectMany(c => c.References);

    [JsonIgnore]
    public override int Depth => 1 + Conditions.Select(c => c.Depth).DefaultIfEmpty().Max();
}

public sealed record Not(Condition Condition) : Condition
{
    [JsonIgnore]
    public override IEnumerable<string> References => Condition.References;

    [JsonIgnore]
    public override int Depth => 1 + Condition.Depth;
}
