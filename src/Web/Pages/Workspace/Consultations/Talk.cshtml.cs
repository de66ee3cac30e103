using Medborgardialog.Application.Consultations;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Consultations;

/// <summary>Who moderates the talk.</summary>
public sealed class TalkModel(GetBuilderHandler get, ListModeratorsHandler list, SetModeratorsHandler save) : BuilderPage(get)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<ModeratorChoice> People { get; private set; } = [];

    private string Title => T["task.Talk"];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, Title, cancellationToken) is { } refused)
        {
            return refused;
        }

        await ListAsync(cancellationToken);
        Input = new Form { ModeratorId = Draft.ModeratorId, DeputyId = Draft.DeputyModeratorId };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        await ListAsync(cancellationToken);
        var saved = await save.HandleAsync(
            new SetModeratorsCommand(slug, Version, Input.ModeratorId ?? Guid.Empty, Input.DeputyId ?? Guid.Empty), cancellationToken);
        return await EndAsync(saved, slug, Title, s => $"/arbetsyta/radslag/{s}", "builder.saved", cancellationToken);
    }

    public override IEnumerable<(string Label, string Value)> Saved() =>
        [(T["field.moderatorId"], NameOf(Draft.ModeratorId)), (T["field.deputyId"], NameOf(Draft.DeputyModeratorId))];

    private string NameOf(Guid? id) => People.FirstOrDefault(p => p.Id == id)?.Name ?? "";

    private async Task ListAsync(CancellationToken cancellationToken)
    {
        var found = await list.HandleAsync(new ListModeratorsQuery(), cancellationToken);
        People = found.Value ?? [];
    }

    public sealed class Form
    {
        public Guid? ModeratorId { get; set; }

        public Guid? DeputyId { get; set; }
    }
}
