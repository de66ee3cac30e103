using Medborgardialog.Domain.Themes;

namespace Medborgardialog.Web.Pages.Workspace.Themes;

/// <summary>Which themes are ticked for a text, and how it stands to each.</summary>
public sealed class MarksForm
{
    /// <summary>Ids of the ticked themes.</summary>
    public List<Guid> Ticked { get; set; } = [];

    /// <summary>By id of the theme; also of themes that are not ticked.</summary>
    public Dictionary<Guid, Stance> Stances { get; set; } = [];

    public static MarksForm Of(IEnumerable<ThemeMark> marks)
    {
        var list = marks.ToList();
        return new MarksForm { Ticked = [.. list.Select(m => m.ThemeId)], Stances = list.ToDictionary(m => m.ThemeId, m => m.Stance) };
    }

    public Stance StanceOf(Guid theme) => Stances.GetValueOrDefault(theme, Stance.For);

    internal IReadOnlyList<ThemeMark> Read() => [.. Ticked.Distinct().Select(t => new ThemeMark(t, StanceOf(t)))];
}

/// <summary>One theme as a row to tick.</summary>
/// <param name="Field">Prefix of the names in the form.</param>
/// <param name="Key">1 to 9 for a key of its own; null for none.</param>
/// <param name="Why">Stems that speak for it; empty where it is no proposal.</param>
public sealed record ThemeTick(string Field, Guid Id, string Name, string Description, bool IsTicked, Stance Stance, int? Key, string Why, bool IsLocked)
{
    /// <summary>Number of the text, where a page has several forms.</summary>
    public int Scope { get; init; }
}
