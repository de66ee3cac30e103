using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Local = Medborgardialog.Web.Security.LocalProvider.LocalProvider;

namespace Medborgardialog.Web.Security;

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
        var configured = !string.IsNullOrEmpty(section["ClientId"]);
        if (!configured && builder.Environment.IsProduction())
        {
            // The page says that staff cannot sign in; residents can.
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
        if (!configured)
        {
            UseLocalProvider(builder.Services);
        }
    }

    /// <summary>In development and tests: the same settings as a real one would have, and trust in its certificate alone.</summary>
    private static void UseLocalProvider(IServiceCollection services)
    {
        services.AddSingleton<Local>();
        services.AddOptions<MicrosoftIdentityOptions>(Scheme).Configure<Local>((options, provider) =>
        {
            options.Instance = provider.Instance;
            options.TenantId = Local.TenantId;
            options.ClientId = Local.ClientId;
            options.ClientSecret = provider.ClientSecret;
        });
        services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<Local>((options, provider) => options.BackchannelHttpHandler = provider.NewTrustingHandler());
        services.AddHttpClient(TrustingClient).ConfigurePrimaryHttpMessageHandler(s => s.GetRequiredService<Local>().NewTrustingHandler());
        services.Configure<AadIssuerValidatorOptions>(o => o.HttpClientName = TrustingClient);
    }
}
