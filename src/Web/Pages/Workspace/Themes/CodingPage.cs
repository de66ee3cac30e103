using System.Globalization;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Themes;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Themes;

/// <summary>A page of one coding: its addresses, and what it says of failures.</summary>
public abstract class CodingPage : OfficerPage
{
    /// <summary>Of the coding.</summary>
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid SetId { get; set; }

    public string Home => HomeOf(SetId);

    public static string HomeOf(Guid setId) => string.Create(CultureInfo.InvariantCulture, $"/arbetsyta/teman/{setId:D}");

    /// <summary>Whole percent, or a dash.</summary>
    public string Ratio(double? value) => value is { } number ? number.ToString("0.00", CultureInfo.CurrentCulture) : "–";

    protected void Title(string title, string set)
    {
        ViewData["Title"] = $"{title} – {set}";
        ViewData["Crumb"] = title;
        ViewData["Crumbs"] = new (string Href, string Text)[] { ("/arbetsyta/teman", T["coding.title"]), (Home, set) };
    }

    /// <summary>Shows a failure where it belongs. The page has loaded.</summary>
    protected IActionResult Refuse(Error error, string field = "") => Fail(error, field, Arguments(error));

    /// <summary>An error as a sentence, for lists of them.</summary>
    public string Sentence(Error error) => T[error.Code, Arguments(error)];

    private static object[] Arguments(Error error) => error switch
    {
        CodingTitleWrong e => [e.Max],
        SecondShareWrong e => [e.Least, e.Most],
        ThemeWordsWrong e => [e.Max],
        TooManyThemes e => [e.Max],
        SettleNoteMissing e => [e.Max],
        QuoteTooLong e => [e.Max],
        TooManyQuotes e => [e.Max],
        QuoteNamesPerson e => [e.Found],
        ThemeNotDescribed e => [e.Theme],
        QuoteUnchecked e => [e.Theme],
        OpposingQuoteMissing e => [e.Theme, e.Percent],
        _ => [],
    };
}
