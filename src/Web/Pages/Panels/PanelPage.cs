using Medborgardialog.Application.Panels;
using Medborgardialog.Domain.Panels;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Panels;

/// <summary>A page of one panel: knows the panel and whether whoever asks is a member. A page calls <see cref="LoadAsync"/> before anything else.</summary>
public abstract class PanelPage : AppPage
{
    public PanelView Panel { get; private set; } = null!;

    public MemberView? Me => Panel.Member;

    /// <summary>Null at the addresses of the youth panel.</summary>
    protected string? Slug => RouteData.Values["slug"] as string;

    /// <summary>Local address below the panel's own, without the language prefix.</summary>
    public string At(string path) => Panel.Path + path;

    /// <summary>Loads the panel and sets the frame. Null when all is well, otherwise what to show.</summary>
    protected async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await HttpContext.RequestServices.GetRequiredService<GetPanelHandler>().HandleAsync(new GetPanelQuery(Slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Panel = found.Value;
        if (Panel.IsYouth && Slug is not null)
        {
            // One address for each page.
            return Redirect(Local(PanelPaths.Youth + Request.Path.Value![$"/paneler/{Slug}".Length..]));
        }

        ViewData["Panel"] = Panel;
        ViewData["BodyClass"] = Panel.IsYouth ? "ung" : null;
        ViewData["MarkName"] = Panel.Settings.Name;
        ViewData["MarkHref"] = Local(At(Me?.IsAsked == true ? "/hem" : ""));
        return null;
    }

    /// <summary>As <see cref="LoadAsync"/>; others than members are shown the way in.</summary>
    protected async Task<IActionResult?> LoadForMemberAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } other)
        {
            return other;
        }

        Response.Headers.CacheControl = "no-store";
        return Me is { IsAsked: true } ? null
            : HttpContext.RequestServices.GetRequiredService<ICurrentUser>().Id is null ? Redirect(Local($"/logga-in?till={Uri.EscapeDataString(Request.Path)}"))
            : Redirect(Local(At("")));
    }
}
