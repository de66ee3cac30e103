using Medborgardialog.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Registration;

/// <summary>K7: a public screen is made an ordinary device again, by staff who have signed in on it.</summary>
public sealed class KioskModel(KioskMode kiosk) : AppPage
{
    public bool IsKiosk { get; private set; }

    public void OnGet()
    {
        IsKiosk = kiosk.Find(HttpContext) is not null;
        ViewData["Title"] = T["kiosk.end"];
    }

    public IActionResult OnPost()
    {
        kiosk.End(HttpContext);
        return RedirectDone("/arbetsyta", "kiosk.ended");
    }
}
