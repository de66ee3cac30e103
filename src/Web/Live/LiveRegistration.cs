namespace Medborgardialog.Web.Live;

internal static class LiveRegistration
{
    public static void AddLive(this WebApplicationBuilder builder) => builder.Services.AddSignalR();

    public static void MapLive(this WebApplication app) => _ = app;
}
