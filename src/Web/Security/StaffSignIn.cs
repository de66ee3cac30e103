using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Medborgardialog.Web.Security;

/// <summary>The certificate of a provider on this machine; registered in development and tests only.</summary>
internal sealed record TrustedProvider(string Thumbprint);

/// <summary>
/// Staff sign in with Microsoft.Identity.Web (Entra ID). Who they are comes from there, what they may do from our own
/// register: the provider's session lives only until it has been exchanged for ours.
/// </summary>
internal static class StaffSignIn
{
    public const string Scheme = "entra";
    public const string ExternalCookie = "entra-svar";

    private const string TrustingClient = "local-provider";

    public static void AddStaffSignIn(this WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection("AzureAd");
        if (string.IsNullOrEmpty(section["ClientId"]))
        {
            return;
        }

        builder.Services.AddAuthentication().AddMicrosoftIdentityWebApp(section, Scheme, ExternalCookie);
        builder.Services.Configure<CookieAuthenticationOptions>(ExternalCookie, o =>
        {
            o.Cookie.Name = "personal";
            o.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        });
        builder.Services.Configure<OpenIdConnectOptions>(Scheme, o =>
        {
            o.ResponseType = OpenIdConnectResponseType.Code;
            o.ResponseMode = OpenIdConnectResponseMode.Query;
            o.UsePkce = true;
            o.CorrelationCookie.SameSite = SameSiteMode.Lax;
            o.NonceCookie.SameSite = SameSiteMode.Lax;
            o.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.Events.OnRemoteFailure = context =>
            {
                context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("StaffSignIn").LogWarning(context.Failure, "Staff sign-in failed");
                context.Response.Redirect("/logga-in/personal?avbrutet=1");
                context.HandleResponse();
                return Task.CompletedTask;
            };
        });
        if (builder.Services.FirstOrDefault(s => s.ServiceType == typeof(TrustedProvider))?.ImplementationInstance is TrustedProvider trusted)
        {
            builder.Services.Configure<OpenIdConnectOptions>(Scheme, o => o.BackchannelHttpHandler = Trusting(trusted));
            builder.Services.AddHttpClient(TrustingClient).ConfigurePrimaryHttpMessageHandler(() => Trusting(trusted));
            builder.Services.Configure<AadIssuerValidatorOptions>(o => o.HttpClientName = TrustingClient);
        }
    }

#pragma warning disable MA0039 // Exactly one certificate is trusted, made by this process for its own provider; never in Production.
    private static HttpClientHandler Trusting(TrustedProvider trusted) => new()
    {
        ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate?.Thumbprint == trusted.Thumbprint,
    };
#pragma warning restore MA0039
}
