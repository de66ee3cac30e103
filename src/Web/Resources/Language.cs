using System.Globalization;

namespace Medborgardialog.Web.Resources;

/// <summary>Swedish at the plain address, English under <c>/en</c> (ux 2.3). Links written with <c>~/</c> keep the language.</summary>
internal static class Language
{
    public const string EnglishPrefix = "/en";

    public static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Jobs, mail and start-up speak Swedish.</summary>
    public static void MakeSwedishDefault()
    {
        CultureInfo.DefaultThreadCurrentCulture = Swedish;
        CultureInfo.DefaultThreadCurrentUICulture = Swedish;
        CultureInfo.CurrentCulture = Swedish;
        CultureInfo.CurrentUICulture = Swedish;
    }

    public static void UseLanguage(this WebApplication app) => app.Use((context, next) =>
    {
        var culture = Swedish;
        if (context.Request.Path.StartsWithSegments(EnglishPrefix, StringComparison.OrdinalIgnoreCase, out var rest))
        {
            culture = English;
            context.Request.PathBase = context.Request.PathBase.Add(EnglishPrefix);
            context.Request.Path = rest.HasValue ? rest : "/";
        }

        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
        return next(context);
    });

    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
}
