namespace Medborgardialog.Web.Pages;

internal static class PagesRegistration
{
    public static void AddPages(this WebApplicationBuilder builder) => builder.Services.AddRazorPages();

    /// <summary>Middleware that comes before sign-in: language, theme, errors, static files.</summary>
    public static void UsePages(this WebApplication app) => app.UseRouting();

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorPages();
    }
}
