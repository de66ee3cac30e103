using Medborgardialog.Application.Draws;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Draws;

/// <summary>L11: how a panel is drawn, what came of it, and how anybody can do it again.</summary>
public sealed class ShowModel(GetPublicDrawHandler get) : AppPage
{
    public PublicDraw Draw { get; private set; } = null!;

    /// <summary>The command that does the draw again, a line for each of its parts.</summary>
    public string Command => string.Join(
        " \\\n    ",
        new[]
        {
            "dotnet run --project src/Draw --", $"--respondents {Draw.Slug}-{GetDrawPaperHandler.Respondents}", $"--categories {Draw.Slug}-{GetDrawPaperHandler.Categories} --size {Draw.Size}",
            $"--id {Draw.IdHeading}{(Draw.Household ? $" --household {Draw.HouseholdHeading}" : "")}", $"--portfolio {Draw.Slug}-{GetDrawPaperHandler.PortfolioText}",
            Draw.Panel is null ? "" : $"--seed '{Draw.Seed.Text.Replace("'", "'\\''", StringComparison.Ordinal)}'",
            Draw.Panel is { Changes.Count: > 0 } panel ? $"--declined {string.Join(',', panel.Changes.Select(c => c.Declined))}" : "",
        }.Where(part => part.Length > 0));

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetPublicDrawQuery(slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Draw = found.Value;
        return Page();
    }
}
