namespace Medborgardialog.Web.Pages;

public static class CommitteeName
{
    /// <summary>"Samhällsbyggnadsnämnden" with places to break it on a phone; browsers without a Swedish dictionary know none.</summary>
    public static string Breakable(string name) =>
        name.Replace("nämnden", "\u00ADnämnden", StringComparison.Ordinal).Replace("byggnads", "\u00ADbyggnads", StringComparison.Ordinal);
}
