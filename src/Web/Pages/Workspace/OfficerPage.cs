using System.Globalization;

namespace Medborgardialog.Web.Pages.Workspace;

/// <summary>What the officers' forms have in common: how texts, times and days are read and shown in fields.</summary>
public abstract class OfficerPage : AppPage
{
    private const int LongestText = 20_000;

    /// <summary>Says how many characters a text is too long.</summary>
    protected void Limit(string field, string? text, int max = LongestText)
    {
        if (text?.Length > max)
        {
            ModelState.AddModelError(field, T["err.tooLong", text.Length - max, max]);
        }
    }

    /// <summary>Reads what a date-and-time field sends; an empty or unreadable one becomes an error of the field.</summary>
    protected DateTime ReadTime(string field, string? text)
    {
        string[] formats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH.mm"];
        if (DateTime.TryParseExact(text?.Trim(), formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        ModelState.AddModelError(field, string.IsNullOrWhiteSpace(text) ? "err.required" : "builder.timeUnreadable");
        return default;
    }

    protected DateOnly ReadDay(string field, string? text)
    {
        if (DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        ModelState.AddModelError(field, string.IsNullOrWhiteSpace(text) ? "err.required" : "builder.dayUnreadable");
        return default;
    }

    protected static string Typed(DateTimeOffset instant) =>
        instant.ToSwedish().ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    protected static string Typed(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    protected static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
