using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Ballots;

/// <summary>
/// What a participant may tell after the receipt, all of it optional: age and area, and the three exit questions
/// (exit, voice and loyalty towards taking part). Kept with the ballot, never with the person.
/// </summary>
public static class AboutYou
{
    /// <summary>Age group, one of the population's categories.</summary>
    public const string Age = "age";

    /// <summary>Part of the municipality, one of the population's categories.</summary>
    public const string Area = "area";

    /// <summary>Exit: do you want to take part in more rådslag? <c>yes</c>, <c>no</c>, <c>unsure</c>.</summary>
    public const string Again = "again";

    /// <summary>Voice: have you told the municipality about this in another way during the last year? <c>answered</c>, <c>unanswered</c>, <c>no</c>.</summary>
    public const string Told = "told";

    /// <summary>Loyalty: would you take part again even if the committee decides otherwise than you wanted? <c>yes</c>, <c>no</c>, <c>unsure</c>.</summary>
    public const string Loyal = "loyal";

    /// <summary>Name of the group of those who told nothing, in a breakdown.</summary>
    public const string NotTold = "";

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ExitQuestions { get; } =
        new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            [Again] = ["yes", "no", "unsure"],
            [Told] = ["answered", "unanswered", "no"],
            [Loyal] = ["yes", "no", "unsure"],
        };

    /// <summary>Keeps what is known and not empty. <see cref="UnknownChoice"/> when a value is none of the choices offered.</summary>
    /// <param name="given">Key and value as they came.</param>
    /// <param name="ages">Categories of age.</param>
    /// <param name="areas">Categories of area.</param>
    public static Result<IReadOnlyDictionary<string, string>> Check(
        IReadOnlyDictionary<string, string?> given, IReadOnlyCollection<string> ages, IReadOnlyCollection<string> areas)
    {
        var kept = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, choices) in ExitQuestions.Select(q => (q.Key, (IReadOnlyCollection<string>)q.Value)).Append((Age, ages)).Append((Area, areas)))
        {
            if (given.GetValueOrDefault(key) is not { Length: > 0 } value)
            {
                continue;
            }

            if (!choices.Contains(value))
            {
                return new UnknownChoice(key);
            }

            kept[key] = value;
        }

        return kept;
    }
}
