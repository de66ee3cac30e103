using Npgsql;

namespace Medborgardialog.Load;

/// <summary>The server that is tried: one that runs already, or one of this program's own.</summary>
internal sealed class Trial : IAsyncDisposable
{
    private readonly SocketsHttpHandler _handler = new()
    {
        AllowAutoRedirect = false, UseCookies = false, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
    };

    private readonly HttpMessageInvoker _http;

    private Trial() => _http = new HttpMessageInvoker(_handler);

    public required Uri Server { get; init; }

    /// <summary>Null: only what the pages show can be checked.</summary>
    public NpgsqlDataSource? Database { get; private init; }

    public required Letters Letters { get; init; }

    /// <summary>Null when the server is not ours to kill.</summary>
    public OwnServer? Own { get; private init; }

    public Timings Timings { get; } = new();

    public Network Network => new(_http, Server, Timings, Own is null ? null : Own.ReadyAsync);

    /// <summary>As <c>--server</c> and <c>--database</c> say; without <c>--server</c> a server and a database of our own are started.</summary>
    public static async Task<Trial> StartAsync(Arguments arguments)
    {
        if (arguments.Text("server") is not { } server)
        {
            var own = await OwnServer.StartAsync();
            return new Trial { Server = own.Address, Database = NpgsqlDataSource.Create(own.ConnectionString), Letters = own.Mail, Own = own };
        }

        if (!Uri.TryCreate(server, UriKind.Absolute, out var address) || !address.IsLoopback)
        {
            throw new ArgumentsWrongException("--server is an address on this machine, for example http://localhost:5080: load is never sent anywhere else.");
        }

        var database = arguments.Text("database");
        var http = new HttpMessageInvoker(new SocketsHttpHandler());
        return new Trial
        {
            Server = address, Database = database is null ? null : NpgsqlDataSource.Create(database), Letters = new MailPage(http, address),
        };
    }

    public async ValueTask DisposeAsync()
    {
        if (Database is not null)
        {
            await Database.DisposeAsync();
        }

        if (Own is not null)
        {
            await Own.DisposeAsync();
        }

        _http.Dispose();
    }
}
