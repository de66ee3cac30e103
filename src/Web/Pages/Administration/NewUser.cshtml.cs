using Medborgardialog.Application.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Administration;

/// <summary>S31: makes a work account known.</summary>
public sealed class NewUserModel(AddStaffHandler add) : AppPage
{
    [BindProperty(Name = "namn")]
    public string? Name { get; set; }

    [BindProperty(Name = "titel")]
    public string? StaffTitle { get; set; }

    [BindProperty(Name = "epost")]
    public string? Email { get; set; }

    [BindProperty(Name = "objekt")]
    public string? ObjectId { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var added = await add.HandleAsync(new AddStaffCommand(Name, StaffTitle, Email, ObjectId), cancellationToken);
        return added.IsSuccess ? RedirectDone($"/system/anvandare/{added.Value.StaffId:D}", "users.added") : Fail(added.Error);
    }
}
