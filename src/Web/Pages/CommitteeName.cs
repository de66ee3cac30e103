namespace Medborgardialog.Web.Pages;

public static class CommitteeName
{
    /// <summary>"Samhällsbyggnadsnämnden" with places to break it on a phone; browsers without a Swedish dictionary know none.</summary>
    public static string Breakable(string name) =>
        name.Replace("n\u00E4mnden", "\u00ADn\u00E4mnden", StringComparison.Ordinal).Replace("byggnads", "\u00ADbyggnads", StringComparison.Ordinal);
}
