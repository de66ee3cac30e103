namespace Medborgardialog.Domain.Identity;

/// <summary>An e-mail address as it is compared: trimmed, lower case.</summary>
public static class EmailAddress
{
    private const int Longest = 254;

    /// <returns>The normal form, or null when <paramref name="typed"/> cannot be an address that mail can be sent to.</returns>
    public static string? Normalise(string? typed)
    {
        var address = (typed ?? "").Trim().ToLowerInvariant();
        var at = address.IndexOf('@', StringComparison.Ordinal);
        var well = address.Length <= Longest
            && at > 0 && at == address.LastIndexOf('@') && at < address.Length - 3
            && address.IndexOf('.', at) > at + 1 && !address.EndsWith('.')
            && !address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';' or '"');
        return well ? address : null;
    }
}
