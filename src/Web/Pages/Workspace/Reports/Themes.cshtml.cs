using Medborgardialog.Application.Discussions;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Reports;

/// <summary>S28, first form: an officer reads every post and says what it is about.</summary>
public sealed class ThemesModel(ListThemesHandler list, AddThemeHandler add, TagPostsHandler tag) : AppPage
{
    public ThemeList List { get; private set; } = null!;

    public string Slug { get; private set; } = "";

    /// <summary>Name of a new theme.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Ids of the posts on the page.</summary>
    [BindProperty]
    public List<Guid> Posts { get; set; } = [];

    /// <summary>Ticked boxes as <c>post/theme</c>.</summary>
    [BindProperty]
    public List<string?> Ticked { get; set; } = [];

    public bool IsTicked(PostToTag post, ThemeListed theme) =>
        Posts.Count > 0 ? Ticked.Contains($"{post.Id}/{theme.Id}", StringComparer.OrdinalIgnoreCase) : post.ThemeIds.Contains(theme.Id);

    public async Task<IActionResult> OnGetAsync(string slug, int? sida, CancellationToken cancellationToken) =>
        await LoadAsync(slug, sida, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAddAsync(string slug, int? sida, CancellationToken cancellationToken)
    {
        var added = await add.HandleAsync(new AddThemeCommand(slug, Name ?? ""), cancellationToken);
        return added.IsSuccess
            ? RedirectDone(Address(slug, sida), "themes.added", added.Value.Name)
            : await LoadAsync(slug, sida, cancellationToken) ?? Fail(added.Error, nameof(Name));
    }

    public async Task<IActionResult> OnPostAsync(string slug, int? sida, CancellationToken cancellationToken)
    {
        var themes = Ticked.OfType<string>().Select(t => t.Split('/'))
            .Where(t => t.Length == 2 && Guid.TryParse(t[0], out _) && Guid.TryParse(t[1], out _))
            .ToLookup(t => Guid.Parse(t[0]), t => Guid.Parse(t[1]));
        var tagged = await tag.HandleAsync(
            new TagPostsCommand(slug, Posts.Distinct().ToDictionary(p => p, p => (IReadOnlyList<Guid>)[.. themes[p]])), cancellationToken);
        return tagged.IsSuccess
            ? RedirectDone(Address(slug, sida), "themes.saved")
            : await LoadAsync(slug, sida, cancellationToken) ?? Fail(tagged.Error);
    }

    private static string Address(string slug, int? page) =>
        $"/arbetsyta/rapporter/{slug}/teman{(page > 1 ? $"?sida={page.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)}" : "")}";

    private async Task<IActionResult?> LoadAsync(string slug, int? page, CancellationToken cancellationToken)
    {
        var found = await list.HandleAsync(new ListThemesQuery(slug, page ?? 1), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        (List, Slug) = (found.Value, slug);
        return null;
    }
}
