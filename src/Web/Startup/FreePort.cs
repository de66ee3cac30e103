using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Medborgardialog.Web.Startup;

/// <summary>In development a second instance must start beside the first: a taken port is exchanged for the next free one.</summary>
internal static class FreePort
{
    private const int Tries = 100;

    public static void Choose(WebApplication app)
    {
        var configured = (app.Configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
        if (addresses is not { IsReadOnly: false } || configured.Length == 0)
        {
            return;
        }

        addresses.Clear();
        foreach (var address in configured)
        {
            var given = BindingAddress.Parse(address);
            var port = Enumerable.Range(given.Port, Tries).FirstOrDefault(IsFree, given.Port);
            if (port != given.Port)
            {
                Console.Out.WriteLine($"Port {given.Port} is taken, so this instance uses {port}.");
            }

            addresses.Add($"{given.Scheme}://{given.Host}:{port.ToString(CultureInfo.InvariantCulture)}{given.PathBase}");
        }

        // Links in mail must lead to this instance.
        app.Configuration["App:BaseUrl"] = addresses.First().Replace("//127.0.0.1", "//localhost", StringComparison.Ordinal);
    }

    /// <summary>The first configured port that another program listens on, or null.</summary>
    public static int? Taken(IConfiguration configuration)
    {
        const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        var ports = configuration["urls"] is { Length: > 0 } urls
            ? urls.Split(';', Trimmed).Select(address => BindingAddress.Parse(address).Port)
            : (configuration["http_ports"] ?? "").Split(';', Trimmed).Select(port => int.Parse(port, CultureInfo.InvariantCulture));
        return ports.Where(port => !IsFree(port)).Cast<int?>().FirstOrDefault();
    }

    private static bool IsFree(int port) => port == 0 || (IsFree(IPAddress.Loopback, port) && IsFree(IPAddress.IPv6Loopback, port));

    private static bool IsFree(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return true;
        }
        catch (SocketException error)
        {
            // A machine without IPv6 is no reason to look further.
            return error.SocketErrorCode != SocketError.AddressAlreadyInUse;
        }
    }
}
