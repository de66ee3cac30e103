using Medborgardialog.Domain.Panels;
using Medborgardialog.Web.Resources;

namespace Medborgardialog.Web.Pages.Workspace.Panels;

/// <summary>An officer's page about one panel.</summary>
public abstract class PanelPage : OfficerPage
{
    public Panel Panel { get; private set; } = null!;

    public string Home => HomeOf(Panel.Slug);

    /// <summary>The part that the page is about, for the links over it: last part of its address.</summary>
    public virtual string Part => "";

    public static string HomeOf(string slug) => $"/arbetsyta/paneler/{slug}";

    /// <summary>"vecka 12, 16–22 mars", with the year when it is not the present one.</summary>
    /// <param name="week">Its Monday.</param>
    public string Week(DateOnly week) => WeekDays.Sentence(T, week, HttpContext.RequestServices.GetRequiredService<Dates>().Today);

    /// <param name="title">Empty on the first of the panel's pages.</param>
    protected void Head(Panel panel, string title)
    {
        Panel = panel;
        var name = panel.Settings.Name;
        ViewData["Title"] = title.Length > 0 ? $"{title} – {name}" : name;
        ViewData["Crumb"] = title.Length > 0 ? title : name;
        ViewData["Crumbs"] = title.Length > 0
            ? new (string Href, string Text)[] { ("/arbetsyta/paneler", T["paneldesk.title"]), (Home, name) }
            : new (string Href, string Text)[] { ("/arbetsyta/paneler", T["paneldesk.title"]) };
    }
}
