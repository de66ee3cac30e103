using System.Globalization;

namespace Medborgardialog.Web.Pages.Shared;

/// <summary>What speakers call their language.</summary>
internal static class LanguageName
{
    /// <summary>Tag of easy Swedish (BCP 47, private use).</summary>
    private const string EasySwedish = "sv-x-latt";

    /// <param name="tag">BCP 47.</param>
    public static string Of(ITexts texts, string tag)
    {
        if (tag == EasySwedish)
        {
            return texts["survey.easyName"];
        }

        var culture = CultureInfo.GetCultureInfo(tag);
        return culture.TextInfo.ToTitleCase(culture.NativeName);
    }
}
