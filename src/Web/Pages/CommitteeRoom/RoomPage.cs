using System.Globalization;

namespace Medborgardialog.Web.Pages.CommitteeRoom;

/// <summary>What the parts of a committee's room have in common: how days are read and shown in fields, and where one is.</summary>
public abstract class RoomPage : AppPage
{
    protected static string Typed(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Null of an empty field; an unreadable one becomes an error of the field.</summary>
    protected DateOnly? ReadDay(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        ModelState.AddModelError(field, "builder.dayUnreadable");
        return null;
    }

    protected void Say(string slug, string committee, string title)
    {
        ViewData["Title"] = T["room.partTitle", title, committee];
        ViewData["Crumbs"] = new (string Href, string Text)[] { ($"/namndrum/{slug}", committee) };
        ViewData["Crumb"] = title;
    }
}
