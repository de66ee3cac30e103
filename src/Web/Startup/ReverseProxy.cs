using Microsoft.AspNetCore.HttpOverrides;

namespace Medborgardialog.Web.Startup;

/// <summary>TLS ends at a reverse proxy. What it says about the visitor is believed only from the networks that are configured.</summary>
internal static class ReverseProxy
{
    public static void AddReverseProxy(this WebApplicationBuilder builder)
    {
        var networks = (builder.Configuration["Proxy:Networks"] ?? "")
            .Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries)
            .Select(System.Net.IPNetwork.Parse)
            .ToList();
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            if (networks.Count > 0)
            {
                options.KnownIPNetworks.Clear();
                options.KnownProxies.Clear();
                networks.ForEach(options.KnownIPNetworks.Add);
            }
        });
        builder.Services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
    }

    public static void UseReverseProxy(this WebApplication app)
    {
        app.UseForwardedHeaders();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }
    }
}
