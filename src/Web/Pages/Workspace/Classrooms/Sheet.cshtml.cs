using Medborgardialog.Application.Classrooms;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Classrooms;

/// <summary>The paper for the wall: the code, the address and a QR code to it. Printed by the browser.</summary>
public sealed class SheetModel(GetClassSheetHandler get) : ClassroomPage
{
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    public ClassSheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetClassSheetQuery(Slug, Id), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Sheet = found.Value;
        ViewData["Title"] = T["class.sheet"];
        return Page();
    }
}
