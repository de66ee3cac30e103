using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace Medborgardialog.Web.Live;

/// <summary>
/// Those who are not signed in and have nothing of their own all get the same page of a thread: it is made at most once a second,
/// and anew as soon as this node hears of a change. A crowd that comes back at once is one page, not thousands.
/// </summary>
internal sealed class ReadersCache : IOutputCachePolicy
{
    public const string Name = "tråd";
    private static readonly string[] _ownCookies = ["session", Pages.SpokenOnce.CookieName];
    private static readonly string[] _queries = ["efter", "till", "sida", "ordning", "kommentera", "del"];

    public static string Tag(Guid threadId) => $"tråd {threadId:N}";

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var isShared = HttpMethods.IsGet(http.Request.Method)
            && http.User.Identity?.IsAuthenticated != true
            && !http.Request.Cookies.Keys.Any(k => _ownCookies.Any(own => k.StartsWith(own, StringComparison.Ordinal)))
            && http.Request.Query.Keys.All(k => _queries.Contains(k, StringComparer.Ordinal));
        context.EnableOutputCaching = isShared;
        context.AllowCacheLookup = isShared;
        context.AllowCacheStorage = isShared;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = TimeSpan.FromSeconds(1);
        context.CacheVaryByRules.QueryKeys = _queries;
        context.CacheVaryByRules.HeaderNames = "X-Del";
        context.CacheVaryByRules.VaryByValues["tema"] = Pages.Theme.Of(http) ?? "";
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        context.AllowCacheStorage &= response.StatusCode == StatusCodes.Status200OK && StringValues.IsNullOrEmpty(response.Headers.SetCookie);
        return ValueTask.CompletedTask;
    }
}
