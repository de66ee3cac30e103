using Medborgardialog.Application.Panels;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Panels;

/// <summary>One thing that the youth panel talks about. No presence, no counts of who reads, no reactions.</summary>
public sealed class TopicModel(GetTopicHandler get, WritePanelPostHandler write) : PanelPage
{
    public TopicView Topic { get; private set; } = null!;

    [BindProperty(Name = "text")]
    public string? Text { get; set; }

    /// <summary>Random per form: sent twice it is one post.</summary>
    [BindProperty(Name = "nyckel")]
    public Guid FormKey { get; set; }

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken) => await FindAsync(number, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancellationToken)
    {
        if (await FindAsync(number, cancellationToken) is { } other)
        {
            return other;
        }

        var written = await write.HandleAsync(new WritePanelPostCommand(Panel.Slug, number, Text ?? "", FormKey), cancellationToken);
        return written.IsSuccess ? RedirectDone(At($"/snack/{number}"), "panel.talk.sent", Panel.Settings.StaffedHours)
            : Fail(written.Error, "text", written.Error is Domain.Panels.PanelPostWrong wrong ? [wrong.Max] : written.Error is Domain.Panels.TooManyWaiting many ? [many.Most] : []);
    }

    private async Task<IActionResult?> FindAsync(int number, CancellationToken cancellationToken)
    {
        if (await LoadForMemberAsync(cancellationToken) is { } other)
        {
            return other;
        }

        var found = await get.HandleAsync(new GetTopicQuery(Panel.Slug, number), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Topic = found.Value;
        FormKey = FormKey == Guid.Empty ? Domain.Common.RandomId.New() : FormKey;
        return null;
    }
}
