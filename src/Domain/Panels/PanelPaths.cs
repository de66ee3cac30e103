namespace Medborgardialog.Domain.Panels;

/// <summary>Local addresses of a panel. The youth panel has no name in its addresses (ux 2.4).</summary>
public static class PanelPaths
{
    public const string Youth = "/ungdom";

    public static string Of(PanelKind kind, string slug) => kind == PanelKind.Youth ? Youth : $"/paneler/{slug}";

    public static string Of(Panel panel) => Of(panel.Kind, panel.Slug);

    /// <param name="path">Local address.</param>
    public static bool IsOne(string path) => path.StartsWith(Youth, StringComparison.Ordinal) || path.StartsWith("/paneler", StringComparison.Ordinal);

    public static string Home(Panel panel) => Of(panel) + "/hem";

    public static string Join(Panel panel) => Of(panel) + "/ga-med";

    public static string Wave(Panel panel, int number) => $"{Of(panel)}/omgang/{number}";

    public static string Result(Panel panel, int number) => $"{Of(panel)}/resultat/{number}";

    /// <summary>Where a guardian says yes or no; the token is spent by the form and not by looking.</summary>
    public static string GuardianLink(string token) => "/paneler/vardnadshavare/" + token;
}
