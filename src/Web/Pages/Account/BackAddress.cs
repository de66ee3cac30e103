namespace Medborgardialog.Web.Pages.Account;

/// <summary>Where a person goes after signing in: an address of ours, or the start page.</summary>
internal static class BackAddress
{
    public static string Safe(string? asked) =>
        asked is { Length: > 0 and < 2000 } && asked[0] == '/'
        && !(asked.Length > 1 && asked[1] is '/' or '\\')
        && !asked.Any(char.IsControl)
            ? asked
            : "/";
}
