using Medborgardialog.Application.Draws;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Draws;

/// <summary>One of the files of a draw; officers also get those that are not open.</summary>
public sealed class FileModel(GetDrawPaperHandler get) : AppPage
{
    public async Task<IActionResult> OnGetAsync(string slug, string file, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetDrawPaperQuery(slug, file), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        // What an officer gets is not what everybody gets from the same address.
        Response.Headers.CacheControl = "no-store";
        return File(found.Value.Bytes, found.Value.ContentType, $"{slug}-{found.Value.Name}");
    }
}
