using Medborgardialog.Application.Themes;
using Medborgardialog.Domain.Themes;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Themes;

/// <summary>Groups of uncoded texts, as proposals until a person puts them in a theme.</summary>
public sealed class GroupsModel(
    ListTextGroupsHandler list, GetCodingHandler coding, MarkInputsHandler mark, WriteThemeHandler write) : CodingPage
{
    /// <summary>The group that a form came from.</summary>
    [BindProperty(Name = "grupp", SupportsGet = true)]
    public int? GroupNumber { get; set; }

    /// <summary>The group that a name is asked for.</summary>
    [BindProperty(Name = "namn", SupportsGet = true)]
    public int? Named { get; set; }

    [BindProperty]
    public List<int> Numbers { get; set; } = [];

    /// <summary>Null for a new theme by <see cref="Name"/>.</summary>
    [BindProperty]
    public Guid? ThemeId { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public Stance Stance { get; set; } = Stance.For;

    public TextGroupsView View { get; private set; } = null!;

    public CodingHead Head { get; private set; } = null!;

    /// <summary>All are ticked from the start; in a form that was refused, those that were.</summary>
    public bool IsChecked(int group, int number) => GroupNumber != group || Numbers.Contains(number);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        GroupNumber = null;
        return await LoadAsync(cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Numbers.Count == 0)
        {
            return await LoadAsync(cancellationToken) ?? Refuse(new NoInputsChosen(), $"tema-{GroupNumber}");
        }

        if (ThemeId is null)
        {
            var written = await write.HandleAsync(new WriteThemeCommand(SetId, null, new ThemeText(Name ?? "", "", "", "")), cancellationToken);
            if (!written.IsSuccess)
            {
                return await LoadAsync(cancellationToken) ?? Refuse(written.Error, $"namn-{GroupNumber}");
            }

            ThemeId = written.Value.ThemeId;
        }

        var marked = await mark.HandleAsync(new MarkInputsCommand(SetId, Numbers, ThemeId.Value, Stance), cancellationToken);
        return marked.IsSuccess
            ? RedirectDone($"{Home}/forslag", "coding.marked", marked.Value.Changed, marked.Value.Theme)
            : await LoadAsync(cancellationToken) ?? Refuse(marked.Error);
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await list.HandleAsync(new ListTextGroupsQuery(SetId, Named), cancellationToken);
        var set = await coding.HandleAsync(new GetCodingQuery(SetId), cancellationToken);
        if (!found.IsSuccess || !set.IsSuccess)
        {
            return Fail((found.Error ?? set.Error)!);
        }

        (View, Head) = (found.Value, set.Value.Head);
        Title(T["coding.suggestions"], View.Title);
        return null;
    }
}
