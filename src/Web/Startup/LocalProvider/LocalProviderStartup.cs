using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Encodings.Web;
using Medborgardialog.Infrastructure.Seeding;
using Medborgardialog.Web.Security;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Medborgardialog.Web.Startup.LocalProvider;

/// <summary>
/// An identity provider on this machine, shaped like Entra ID (its addresses, issuer and claims, over https), so that staff
/// sign in by the same code as in production and only the configuration differs. Development and tests alone.
/// </summary>
internal static class LocalProviderStartup
{
    private const string ClientId = "medborgardialog";
    private static readonly Guid _tenant = new("7d1f3a52-0c1e-4f5b-9a54-3a7d5f2c9e10");

    /// <summary>Starts the provider and points the staff sign-in at it, unless a real one is configured.</summary>
    public static async Task AddLocalProviderAsync(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsProduction() || !string.IsNullOrEmpty(builder.Configuration["AzureAd:ClientId"]))
        {
            return;
        }

        var certificate = MakeCertificate();
        var port = FreePortNumber();
        var secret = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var provider = Build(certificate, port, secret);
        await provider.StartAsync();

        builder.Configuration["AzureAd:Instance"] = $"https://localhost:{port.ToString(CultureInfo.InvariantCulture)}/";
        builder.Configuration["AzureAd:TenantId"] = _tenant.ToString("D");
        builder.Configuration["AzureAd:ClientId"] = ClientId;
        builder.Configuration["AzureAd:ClientSecret"] = secret;
        builder.Services.AddSingleton(new TrustedProvider(certificate.Thumbprint));
        builder.Services.AddHostedService(_ => new ProviderLifetime(provider));
    }

    private static WebApplication Build(X509Certificate2 certificate, int port, string secret)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, port, o => o.UseHttps(certificate)));
        builder.Services.AddOpenIddict().AddServer(options => Configure(options, port, secret));
        var app = builder.Build();
        app.UseAuthentication();
        app.MapGet($"/{_tenant:D}/oauth2/v2.0/authorize", Authorize);
        return app;
    }

    private static void Configure(OpenIddictServerBuilder options, int port, string secret)
    {
        var root = new Uri($"https://localhost:{port.ToString(CultureInfo.InvariantCulture)}/{_tenant:D}/v2.0");
        options.SetIssuer(root)
            .SetConfigurationEndpointUris($"{_tenant:D}/v2.0/.well-known/openid-configuration")
            .SetJsonWebKeySetEndpointUris($"{_tenant:D}/discovery/v2.0/keys")
            .SetAuthorizationEndpointUris($"{_tenant:D}/oauth2/v2.0/authorize")
            .SetTokenEndpointUris($"{_tenant:D}/oauth2/v2.0/token")
            .AllowAuthorizationCodeFlow()
            .RegisterScopes(Scopes.OpenId, Scopes.Profile, Scopes.Email, Scopes.OfflineAccess)
            .AddEphemeralEncryptionKey().AddEphemeralSigningKey()
            .EnableDegradedMode();
        options.UseAspNetCore().EnableAuthorizationEndpointPassthrough();
        options.AddEventHandler<OpenIddictServerEvents.ValidateAuthorizationRequestContext>(h => h.UseInlineHandler(context =>
        {
            if (context.ClientId != ClientId || !Uri.TryCreate(context.RedirectUri, UriKind.Absolute, out var back) || !back.IsLoopback)
            {
                context.Reject(Errors.InvalidClient);
            }

            return default;
        }));
        options.AddEventHandler<OpenIddictServerEvents.ValidateTokenRequestContext>(h => h.UseInlineHandler(context =>
        {
            if (context.ClientId != ClientId || context.ClientSecret != secret)
            {
                context.Reject(Errors.InvalidClient);
            }

            return default;
        }));
    }

    /// <summary>A page with the demo's staff; choosing one signs in as them.</summary>
    private static IResult Authorize(HttpContext context)
    {
        var request = context.GetOpenIddictServerRequest()!;
        var account = DemoAccount.All.FirstOrDefault(a => a.UserName == context.Request.Query["konto"]);
        if (account is null)
        {
            return Results.Content(Picker(context.Request), "text/html; charset=utf-8");
        }

        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, Claims.Name, Claims.Role);
        identity.AddClaim(Claims.Subject, account.ObjectId.ToString("D"));
        identity.AddClaim("oid", account.ObjectId.ToString("D"));
        identity.AddClaim("tid", _tenant.ToString("D"));
        identity.AddClaim(Claims.Name, account.Name);
        identity.AddClaim(Claims.PreferredUsername, $"{account.UserName}@exempelby.example");
        identity.SetDestinations(_ => ImmutableArray.Create(Destinations.IdentityToken));
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(request.GetScopes());
        return Results.SignIn(principal, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static string Picker(HttpRequest request)
    {
        var encoder = HtmlEncoder.Default;
        var rows = DemoAccount.All.Select(a =>
            $"<li><a href=\"{encoder.Encode($"{request.Path}{request.QueryString}&konto={a.UserName}")}\">{encoder.Encode($"{a.Name}, {a.Title}")}</a></li>");
        return $$"""
            <!doctype html><html lang="sv"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <title>Demo: välj arbetskonto</title>
            <style>body{font:1.0625rem/1.6 system-ui,sans-serif;margin:3rem auto;max-inline-size:32rem;padding-inline:1rem}a{display:block;padding:.6rem 0;color:#00566b}ul{list-style:none;padding:0}</style>
            <main><h1>Välj arbetskonto</h1><p>Demo: här står kommunens egen inloggning. Alla är påhittade.</p><ul>{{string.Concat(rows)}}</ul></main></html>
            """;
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));

        // Through PKCS#12, because Windows cannot serve with a key that only lives in memory.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private static int FreePortNumber()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class ProviderLifetime(WebApplication provider) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public async Task StopAsync(CancellationToken cancellationToken)
        {
            await provider.StopAsync(cancellationToken);
            await provider.DisposeAsync();
        }
    }
}
