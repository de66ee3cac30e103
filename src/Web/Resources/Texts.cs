using System.Globalization;

namespace Medborgardialog.Web.Resources;

/// <summary>Texts in the language of the request; Swedish in jobs and mail.</summary>
internal sealed class Texts : ITexts
{
    public string this[string key, params object[] arguments] =>
        arguments.Length == 0 ? Find(key) : string.Format(CultureInfo.CurrentCulture, Find(key), arguments);

    public string Count(string key, int count, params object[] arguments)
    {
        var form = count == 1 ? ".one" : ".other";
        return this[key + form, [count.ToString("N0", CultureInfo.CurrentCulture), .. arguments]];
    }

    private static string Find(string key)
    {
        var catalog = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? TextCatalog.English : TextCatalog.Swedish;
        return catalog.TryGetValue(key, out var text) ? text : key;
    }
}
