namespace Medborgardialog.Web.Pages.About;

/// <summary>The pages about the service, in the order they are listed.</summary>
internal static class AboutPages
{
    /// <returns>Address and key of the name.</returns>
    public static IEnumerable<(string Href, string Key)> All(bool demo)
    {
        yield return ("/om/samtalsregler", "nav.rules");
        yield return ("/om/sa-raknar-vi", "nav.counting");
        yield return ("/om/personuppgifter", "nav.personalData");
        yield return ("/om/tillganglighet", "nav.accessibility");
        yield return ("/hjalp", "nav.help");
        yield return ("/kontakt", "nav.contact");
        if (demo)
        {
            yield return ("/om/demo", "nav.demo");
        }
    }
}
