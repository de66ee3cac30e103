using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Themes;

/// <summary>Units as they stand beside a free text.</summary>
public static class UnitPlaces
{
    private const string Between = ", ";

    /// <param name="keys">Units that are told together; none for an empty name.</param>
    public static string Name(Survey survey, IReadOnlyList<string> keys) => string.Join(Between, keys.Select(key =>
        survey.Units?.Categories.FirstOrDefault(c => c.Key == key)?.Name is { } name ? Short(survey, name) : key));

    /// <summary>Persons asked in the units of a name; null where that is not known of one of them.</summary>
    public static int? Asked(Survey survey, string name)
    {
        var names = name.Split(Between).ToHashSet(StringComparer.Ordinal);
        var own = (survey.Units?.Categories ?? []).Where(c => names.Contains(Short(survey, c.Name))).ToList();
        return own.Count == names.Count && own.TrueForAll(c => c.Invited is not null) ? own.Sum(c => c.Invited!.Value) : null;
    }

    /// <summary>"Hemtjänst Söder" of the survey about "Hemtjänst" is "Söder".</summary>
    private static string Short(Survey survey, string name) =>
        survey.Service.Length > 0 && name.StartsWith(survey.Service + " ", StringComparison.OrdinalIgnoreCase) ? name[(survey.Service.Length + 1)..] : name;
}
