using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Medborgardialog.Web.Security.LocalProvider;

/// <summary>
/// An identity provider in this process, shaped like Entra ID, for development and tests. Never made in Production. It takes its
/// ports at once, so that its address is known, and starts when the first person wants to sign in. The application talks to it
/// over https with a certificate made for this run; the browser comes over http, so that no warning has to be clicked away.
/// </summary>
internal sealed class LocalProvider : IAsyncDisposable
{
    public const string ClientId = "7d1f6f0e-5a3c-4a5f-9a57-2f8f6f2c1b11";
    public const string TenantId = "3e6c1b52-9a0d-4f0b-8a4e-0c5f6f7a1d20";

    private readonly Socket _browserSide = Bound();
    private readonly Socket _serverSide = Bound();
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Lazy<X509Certificate2> _certificate = new(NewCertificate);
    private WebApplication? _app;

    public string ClientSecret { get; } = RandomNumberGenerator.GetHexString(40);

    public string Instance => $"https://localhost:{Port(_serverSide)}/";

    /// <summary>Trusts the certificate of this run and no other.</summary>
    public HttpMessageHandler NewTrustingHandler() => new SocketsHttpHandler
    {
        SslOptions = { RemoteCertificateValidationCallback = (_, given, _, _) => given?.GetCertHashString() == _certificate.Value.GetCertHashString() },
    };

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_app is null)
            {
                var app = Build();
                await app.StartAsync(cancellationToken);
                _app = app;
            }
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        _browserSide.Dispose();
        _serverSide.Dispose();
        _one.Dispose();
        if (_certificate.IsValueCreated)
        {
            _certificate.Value.Dispose();
        }
    }

    private static int Port(Socket socket) => ((IPEndPoint)socket.LocalEndPoint!).Port;

    private static Socket Bound()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));

        // By way of a file format: Windows does not serve with a key that lives in memory only.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), password: null);
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.UseSockets(o => o.CreateBoundListenSocket = endpoint => endpoint is IPEndPoint { Port: var port } && port == Port(_serverSide) ? _serverSide : _browserSide);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, Port(_browserSide));
            kestrel.Listen(IPAddress.Loopback, Port(_serverSide), o =>
            {
                o.Protocols = HttpProtocols.Http1;
                o.UseHttps(_certificate.Value);
            });
        });
        builder.Services.AddLogging();
        builder.Services.AddEntraShape(new Uri($"{Instance}{TenantId}/v2.0"), new Uri($"http://localhost:{Port(_browserSide)}/"), ClientSecret);
        var app = builder.Build();
        app.UseAuthentication();
        return app;
    }
}
