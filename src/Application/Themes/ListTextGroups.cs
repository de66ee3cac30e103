using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Themes;

namespace Medborgardialog.Application.Themes;

/// <param name="Named">Number of the group, from 1, that a name is to be proposed for; null for none. Of no effect where no <see cref="IThemeNamer"/> is registered.</param>
public sealed record ListTextGroupsQuery(Guid SetId, int? Named = null);

public sealed record GroupedText(int Number, string Label, string Text, string Language);

/// <param name="Stems">The stems that hold it together.</param>
/// <param name="Typical">Stems that stand out against all other texts, most typical first.</param>
/// <param name="Name">Proposed by <see cref="IThemeNamer"/>; null where nobody asked.</param>
/// <param name="NameFrom">Labels of the texts that the proposal cites.</param>
public sealed record TextGroupRow(
    int Number, IReadOnlyList<string> Stems, IReadOnlyList<string> Typical, IReadOnlyList<GroupedText> Texts, string? Name, IReadOnlyList<string> NameFrom);

/// <param name="Uncoded">Texts that nobody has coded; only they are grouped.</param>
/// <param name="Namer">What proposes names; null where there is none, and then nothing is said of it.</param>
public sealed record TextGroupsView(Guid SetId, string Title, bool IsReleased, int Uncoded, IReadOnlyList<TextGroupRow> Groups, IReadOnlyList<ThemeChoice> Themes, string? Namer);

/// <summary>Groups of uncoded texts by shared word stems, as proposals. Error: <see cref="CodingSetNotFound"/>.</summary>
public sealed class ListTextGroupsHandler(CodingDesk desk, IEnumerable<IThemeNamer> namers, ITexts texts) : IUseCase
{
    private readonly IThemeNamer? _namer = namers.FirstOrDefault();

    public async Task<Result<TextGroupsView>> HandleAsync(ListTextGroupsQuery query, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(query.SetId, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        var book = opened.Value;
        var uncoded = book.Inputs.Where(i => !book.InForce.ContainsKey(i.Id)).ToList();
        var byNumber = book.Inputs.ToDictionary(i => i.Number);
        var groups = new List<TextGroupRow>();
        foreach (var group in TextGroups.Of([.. uncoded.Select(i => new StemmedText(i.Number, i.Person, i.Stems))]))
        {
            var inputs = group.Numbers.Select(n => byNumber[n]).ToList();
            var name = query.Named == groups.Count + 1 ? await NameAsync(inputs, cancellationToken) : null;
            groups.Add(new TextGroupRow(
                groups.Count + 1, group.Stems, Typical(inputs, book.Inputs),
                inputs.ConvertAll(i => new GroupedText(i.Number, InputLabel.Of(texts, i), i.Text, i.Language)),
                name?.Name, [.. (name?.Numbers ?? []).Select(n => InputLabel.Of(texts, byNumber[n]))]));
        }

        return new TextGroupsView(
            book.Set.Id, book.Set.Title, book.Set.IsReleased, uncoded.Count, groups, [.. book.Themes.Select(t => new ThemeChoice(t.Id, t.Name, t.Description))],
            _namer?.ShownAs);
    }

    private static List<string> Typical(List<CodingInput> group, IReadOnlyList<CodingInput> all) =>
        [.. Keyness.Of(ThemeSuggestions.Count(group), ThemeSuggestions.Count(all.Except(group))).Where(k => k.LogLikelihood >= ThemeSuggestions.LeastKeyness)
            .Take(6).Select(k => k.Word)];

    /// <summary>A proposal that does not cite texts of the group, or is no name, is none.</summary>
    private async Task<ProposedName?> NameAsync(List<CodingInput> inputs, CancellationToken cancellationToken)
    {
        var proposed = _namer is null ? null : await _namer.ProposeAsync(inputs.ConvertAll(i => new TextToName(i.Number, i.Text)), cancellationToken);
        return proposed is { Name.Length: > 0 and <= CodingTheme.MaxName, Numbers.Count: > 0 } && proposed.Numbers.All(n => inputs.Exists(i => i.Number == n)) ? proposed : null;
    }
}
