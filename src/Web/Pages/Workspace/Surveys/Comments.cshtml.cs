using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Surveys;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>What each provider says of its own figures, unedited.</summary>
public sealed class CommentsModel(GetUnitCommentsHandler get, WriteUnitCommentHandler write) : AppPage
{
    public string Slug { get; private set; } = "";

    public UnitCommentsView Shown { get; private set; } = null!;

    /// <summary>Slug of the unit whose comment could not be saved.</summary>
    public string Wrong { get; private set; } = "";

    public string Typed { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) => await LoadAsync(slug, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, string unit, string? text, CancellationToken cancellationToken)
    {
        var written = await write.HandleAsync(new WriteUnitCommentCommand(slug, unit, text ?? ""), cancellationToken);
        if (written.IsSuccess)
        {
            return RedirectDone($"/arbetsyta/enkater/{slug}/kommentarer", "unit.comment.saved");
        }

        if (await LoadAsync(slug, cancellationToken) is { } refused)
        {
            return refused;
        }

        (Wrong, Typed) = (unit, text ?? "");
        return written.Error is UnitCommentWrong wrong ? Fail(wrong, $"text-{unit}", wrong.Max) : Fail(written.Error);
    }

    private async Task<IActionResult?> LoadAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetUnitCommentsQuery(slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        (Slug, Shown) = (slug, found.Value);
        return null;
    }
}
