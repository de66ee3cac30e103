using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Medborgardialog.Web.Pages.Panels;

/// <summary>The youth panel is one of the panels, at addresses without a name (ux 2.4).</summary>
internal static class PanelRoutes
{
    public static void Add(PageConventionCollection conventions)
    {
        conventions.AddPageRoute("/Panels/Show", "/ungdom");
        conventions.AddPageRoute("/Panels/Join", "/ungdom/ga-med");
        conventions.AddPageRoute("/Panels/Joined", "/ungdom/ga-med/klart");
        conventions.AddPageRoute("/Panels/Guardians", "/ungdom/vardnadshavare");
        conventions.AddPageRoute("/Panels/Home", "/ungdom/hem");
        conventions.AddPageRoute("/Panels/Wave", "/ungdom/omgang/{number:int}");
        conventions.AddPageRoute("/Panels/Result", "/ungdom/resultat/{number:int}");
        conventions.AddPageRoute("/Panels/Influence", "/ungdom/paverkat");
        conventions.AddPageRoute("/Panels/Membership", "/ungdom/medlemskap");
        conventions.AddPageRoute("/Panels/Leave", "/ungdom/lamna");
        conventions.AddPageRoute("/Panels/Help", "/ungdom/hjalp");
    }
}
