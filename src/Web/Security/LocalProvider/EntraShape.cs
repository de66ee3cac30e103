using System.Security.Claims;
using Medborgardialog.Infrastructure.Seeding;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Medborgardialog.Web.Security.LocalProvider;

/// <summary>OpenIddict in degraded mode with the addresses and claims of Entra ID: code flow with PKCE, <c>oid</c>, <c>tid</c>, no store.</summary>
internal static class EntraShape
{
    public static void AddEntraShape(
        this IServiceCollection services, Uri issuer, Uri browserSide, string clientSecret)
    {
        const string tenant = LocalProvider.TenantId;
        services.AddAuthentication();
        services.AddOpenIddict().AddServer(options =>
        {
            options.EnableDegradedMode().SetIssuer(issuer);
            options.SetConfigurationEndpointUris($"{tenant}/v2.0/.well-known/openid-configuration")
                .SetJsonWebKeySetEndpointUris($"{tenant}/discovery/v2.0/keys")
                .SetAuthorizationEndpointUris($"{tenant}/oauth2/v2.0/authorize")
                .SetTokenEndpointUris($"{tenant}/oauth2/v2.0/token");
            options.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            options.RegisterScopes(Scopes.OpenId, Scopes.Profile);
            options.AddEphemeralEncryptionKey().AddEphemeralSigningKey();

            // The browser comes over http from the same machine.
            options.UseAspNetCore().DisableTransportSecurityRequirement();
            options.AddEventHandler<HandleConfigurationRequestContext>(h => h.SetOrder(int.MaxValue - 1000).UseInlineHandler(context =>
            {
                context.AuthorizationEndpoint = new Uri(browserSide, $"{tenant}/oauth2/v2.0/authorize");
                return default;
            }));
            options.AddEventHandler<ValidateAuthorizationRequestContext>(h => h.UseInlineHandler(Validate));
            options.AddEventHandler<ValidateTokenRequestContext>(h => h.UseInlineHandler(context =>
            {
                if (context.ClientId != LocalProvider.ClientId || context.ClientSecret != clientSecret)
                {
                    context.Reject(Errors.InvalidClient);
                }

                return default;
            }));
            options.AddEventHandler<HandleAuthorizationRequestContext>(h => h.UseInlineHandler(SignInAsync));
        });
    }

    private static ValueTask Validate(ValidateAuthorizationRequestContext context)
    {
        var back = Uri.TryCreate(context.RedirectUri, UriKind.Absolute, out var uri) && uri.IsLoopback && uri.AbsolutePath == "/signin-oidc";
        if (context.ClientId != LocalProvider.ClientId || !back)
        {
            context.Reject(Errors.InvalidClient);
        }

        return default;
    }

    /// <summary>Without <c>konto</c> a page to choose from, with it that person.</summary>
    private static async ValueTask SignInAsync(HandleAuthorizationRequestContext context)
    {
        var chosen = (string?)context.Request["konto"];
        if (DemoAccount.All.FirstOrDefault(a => a.UserName == chosen) is not { } account)
        {
            await PersonPicker.WriteAsync(context.Transaction.GetHttpRequest()!.HttpContext);
            context.HandleRequest();
            return;
        }

        var identity = new ClaimsIdentity("local", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, account.ObjectId.ToString("N"))
            .SetClaim("oid", account.ObjectId.ToString("D"))
            .SetClaim("tid", LocalProvider.TenantId)
            .SetClaim("ver", "2.0")
            .SetClaim(Claims.Name, account.Name)
            .SetClaim(Claims.PreferredUsername, $"{account.UserName}@exempelby.example")
            .SetScopes(context.Request.GetScopes())
            .SetDestinations(_ => [Destinations.IdentityToken]);
        context.SignIn(new ClaimsPrincipal(identity));
    }
}
