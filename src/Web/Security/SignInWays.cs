using Medborgardialog.Application.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Medborgardialog.Web.Security;

/// <summary>Reads it off the ways to sign in that this server was started with, so that it cannot say more than is there.</summary>
internal sealed class SignInWays(IOptions<AuthenticationOptions> options) : ISignInWays
{
    /// <summary>Name of the scheme that a provider of e-ID is registered under.</summary>
    public const string EIdScheme = "e-id";

    public bool HasEId => options.Value.SchemeMap.ContainsKey(EIdScheme);
}
