namespace Medborgardialog.Web.Startup;

/// <summary>
/// Production guesses nothing: without these nobody could sign in, no mail would leave or the links in it would be wrong, and
/// that is better said at start, all at once, than found by a resident.
/// </summary>
internal static class RequiredSettings
{
    private static readonly string[] Always =
    [
        "App:Municipality", "App:BaseUrl", "App:ContactPhone", "App:ContactEmail", "Mail:Host", "Mail:From",
        "AzureAd:Instance", "AzureAd:TenantId", "AzureAd:ClientId",
    ];

    /// <summary>One sentence that names what is missing or wrong, or null when all is there.</summary>
    public static string? Complaint(IConfiguration configuration)
    {
        // The database's own message says more, and comes when it is looked for.
        var missing = Always.Where(key => string.IsNullOrWhiteSpace(configuration[key])).ToList();
        if (missing.Count > 0)
        {
            return $"Not started, since settings are missing: {string.Join(", ", missing.Select(Variable))} (what they mean: deploy/README.md).";
        }

        if (!Uri.TryCreate(configuration["App:BaseUrl"], UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
        {
            return $"Not started: {Variable("App:BaseUrl")} must be an address that begins with https://.";
        }

        if (string.Equals(configuration["Sends:AnyHour"], bool.TrueString, StringComparison.OrdinalIgnoreCase))
        {
            return $"Not started: {Variable("Sends:AnyHour")} is for trying out. Messages leave within the allowed hours.";
        }

        return Guid.TryParse(configuration["AzureAd:TenantId"], out _)
            ? null
            : $"Not started: {Variable("AzureAd:TenantId")} must be the id of your own tenant, so that no other organisation's accounts are let in.";
    }

    private static string Variable(string key) => key.Replace(":", "__", StringComparison.Ordinal);
}
