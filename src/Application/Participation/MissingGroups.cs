using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Participation;

namespace Medborgardialog.Application.Participation;

/// <summary>A group that answers less than others do.</summary>
/// <param name="Reach">Key of the text about how it can be reached.</param>
public sealed record MissingGroup(string Name, ComparedGroup Group, string Reach);

/// <summary>Groups in words, and which of them are missing. Pure functions.</summary>
public static class MissingGroups
{
    private const int Most = 5;
    private const int Young = 24;
    private const int Parents = 44;
    private const int Working = 64;
    private const int Oldest = 80;

    /// <summary>Those under the rate of all, lowest first, at most five.</summary>
    public static IReadOnlyList<MissingGroup> Of(ParticipationView view, ITexts texts) =>
        [.. Under(view.Ages, AboutYou.Age, texts).Concat(Under(view.Areas, AboutYou.Area, texts)).OrderBy(m => m.Group.Rate).Take(Most)];

    /// <summary>The parts of a merged group as one: "65 år och äldre", "Byarna och Kvarnbacken".</summary>
    /// <param name="variable">Key of <see cref="AboutYou"/>.</param>
    public static string Name(string variable, IReadOnlyList<string> names, ITexts texts)
    {
        var told = names.Where(n => n != AboutYou.NotTold).ToList();
        var bands = variable == AboutYou.Age ? told.Select(AgeBand.Parse).OfType<AgeBand>().OrderBy(b => b.From).ToList() : [];
        var said = bands.Count == told.Count && bands.Count > 0 && Follow(bands) ? [Ages(bands[0].From, bands[^1].To, texts)] : told;
        return Join([.. told.Count < names.Count ? said.Append(texts["result.notTold"]) : said], texts);
    }

    /// <summary>"Byarna, Hult och Måsjö".</summary>
    public static string Join(IReadOnlyList<string> names, ITexts texts) =>
        names.Count < 2 ? string.Concat(names) : texts["part.and", string.Join(", ", names.SkipLast(1)), names[^1]];

    private static IEnumerable<MissingGroup> Under(GroupComparison comparison, string variable, ITexts texts) =>
        comparison.Groups.Where(g => g.Rate < comparison.Rate)
            .Select(g => new MissingGroup(Name(variable, g.Names, texts), g, $"part.reach.{(variable == AboutYou.Age ? Reach(g.Names) : variable)}"));

    private static string Reach(IReadOnlyList<string> names) => names.Select(AgeBand.Parse).OfType<AgeBand>().MinBy(b => b.From) switch
    {
        { To: <= Young } => "young",
        { To: <= Parents } => "parents",
        { To: <= Working } => "working",
        { From: < Oldest } => "older",
        _ => "oldest",
    };

    private static bool Follow(List<AgeBand> bands) => bands.Zip(bands.Skip(1)).All(b => b.First.To + 1 == b.Second.From);

    private static string Ages(int from, int? to, ITexts texts) => to is { } last ? texts["part.ages", from, last] : texts["part.agesOver", from];
}
