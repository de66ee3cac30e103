namespace Medborgardialog.Domain.Disclosure;

/// <summary>Those who answered, by unit.</summary>
/// <param name="Unit">Key of the unit; empty where it is not known.</param>
/// <param name="OnPaper">Of <paramref name="Answers"/>, those who answered on paper.</param>
public sealed record UnitAnswers(string Unit, int Answers, int OnPaper);

/// <summary>What may stand beside the free texts of one unit.</summary>
/// <param name="Label">Keys of the units that are told together, comma between; null where nothing is told.</param>
/// <param name="TellsPaper">Whether it may be told which of them came on paper.</param>
public sealed record TextPlace(string Unit, string? Label, bool TellsPaper);

/// <summary>
/// Free text may be shown by group where the group is at least K_text by group (trust 2.3). Smaller units are told together with the next larger, so that the texts
/// that are left without a unit do not betray the small ones.
/// </summary>
public static class TextPlaces
{
    /// <param name="units">Each unit once, in any order.</param>
    /// <param name="limits">Of the dialogue; nothing is told in class H.</param>
    public static IReadOnlyList<TextPlace> Of(IReadOnlyCollection<UnitAnswers> units, ProtectionLimits limits)
    {
        var groups = units.Where(u => u.Answers > 0).OrderBy(u => u.Answers).ThenBy(u => u.Unit, StringComparer.Ordinal).Select(u => new List<UnitAnswers> { u }).ToList();
        if (limits.SmallestGroupForText is not { } least)
        {
            return [.. units.Select(u => new TextPlace(u.Unit, null, TellsPaper: false))];
        }

        while (groups.Count > 1 && Size(groups[0]) < least)
        {
            groups[1].InsertRange(0, groups[0]);
            groups.RemoveAt(0);
            groups = [.. groups.OrderBy(Size).ThenBy(g => g[0].Unit, StringComparer.Ordinal)];
        }

        // One group of all says nothing of anybody; and one with people of no known unit has no name.
        return
        [
            .. groups.SelectMany(group =>
            {
                var label = groups.Count == 1 || group.Exists(u => u.Unit.Length == 0) ? null
                    : string.Join(',', group.Select(u => u.Unit).Order(StringComparer.Ordinal));
                var paper = group.Sum(u => u.OnPaper);
                return group.Select(u => new TextPlace(u.Unit, label, paper >= least && Size(group) - paper >= least));
            }),
        ];
    }

    private static int Size(List<UnitAnswers> group) => group.Sum(u => u.Answers);
}
