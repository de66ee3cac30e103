using Medborgardialog.Application.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Administration;

/// <summary>S31: who works here and as what.</summary>
public sealed class UsersModel(ListStaffHandler list) : AppPage
{
    public IReadOnlyList<StaffRow> Staff { get; private set; } = [];

    public static string Join(IEnumerable<string> roles) => string.Join(" · ", roles);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await list.HandleAsync(new ListStaffQuery(), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Staff = found.Value.Staff;
        return Page();
    }
}
