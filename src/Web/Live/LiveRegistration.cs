using Medborgardialog.Application.Discussions;
using Medborgardialog.Web.Pages.Consultations.Discussions;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;

namespace Medborgardialog.Web.Live;

internal static class LiveRegistration
{
    public static void AddLive(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<RazorFragments>();
        services.AddSingleton<PostFragments>();
        services.AddScoped<PostList>();
        services.AddSignalR(o =>
        {
            // The only thing a client says is which thread it follows.
            o.MaximumReceiveMessageSize = 1024;
            o.KeepAliveInterval = TimeSpan.FromSeconds(30);
            o.ClientTimeoutInterval = TimeSpan.FromSeconds(75);
        });
        services.AddOutputCache(o =>
        {
            o.SizeLimit = 32 * 1024 * 1024;
            o.AddPolicy(ReadersCache.Name, new ReadersCache());
        });
        services.AddSingleton<OpenConnections>();
        services.AddSingleton<HubLifetimeManager<DialogueHub>>(p => p.GetRequiredService<OpenConnections>());
        services.AddSingleton<ThreadRooms>();
        services.AddSingleton<IThreadBroadcast>(p => p.GetRequiredService<ThreadRooms>());
        services.AddHostedService(p => p.GetRequiredService<ThreadRooms>());
    }

    /// <summary>After sign-in, which decides who shares a page.</summary>
    public static void UseLive(this WebApplication app) => app.UseOutputCache();

    /// <summary>Open to everyone, as the pages are; following a thread runs the same check as its page.</summary>
    public static void MapLive(this WebApplication app) =>
        app.MapHub<DialogueHub>("/live/dialog", o =>
        {
            o.Transports = HttpTransportType.WebSockets | HttpTransportType.ServerSentEvents;
            o.TransportMaxBufferSize = 32 * 1024;
            o.ApplicationMaxBufferSize = 4 * 1024;
        }).AllowAnonymous();
}
