using Medborgardialog.Application.Panels;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Panels;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Moderation;

/// <summary>What young members have written and nobody has read; and the topics, where the municipality answers.</summary>
public sealed class PanelsModel(
    ListPanelPostsHandler list, DecidePanelPostHandler decide, AnswerInTopicHandler answer, OpenTopicHandler open, MoveIdeaHandler move) : AppPage
{
    public PanelPostQueue Queue { get; private set; } = null!;

    public ModeratedTopic? Topic => Queue.Topics.FirstOrDefault(t => t.Id == TopicId);

    [BindProperty(Name = "amne", SupportsGet = true)]
    public Guid? TopicId { get; set; }

    [BindProperty(Name = "inlagg")]
    public Guid PostId { get; set; }

    [BindProperty(Name = "regel")]
    public HouseRule? Rule { get; set; }

    [BindProperty(Name = "text")]
    public string? Text { get; set; }

    [BindProperty(Name = "rubrik")]
    public string? TopicTitle { get; set; }

    [BindProperty(Name = "ideer")]
    public bool IsForIdeas { get; set; }

    [BindProperty(Name = "panel")]
    public string? PanelSlug { get; set; }

    [BindProperty(Name = "steg")]
    public int Step { get; set; }

    [BindProperty(Name = "nyckel")]
    public Guid FormKey { get; set; } = RandomId.New();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostShowAsync(CancellationToken cancellationToken) =>
        await EndAsync(await decide.HandleAsync(new DecidePanelPostCommand(PostId, Show: true, null), cancellationToken), "panel.mod.shown", "", cancellationToken);

    public async Task<IActionResult> OnPostRefuseAsync(CancellationToken cancellationToken) =>
        await EndAsync(await decide.HandleAsync(new DecidePanelPostCommand(PostId, Show: false, Rule), cancellationToken), "panel.mod.refused", $"regel-{PostId:N}", cancellationToken);

    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken cancellationToken) =>
        await EndAsync(await answer.HandleAsync(new AnswerInTopicCommand(TopicId ?? Guid.Empty, Text ?? "", FormKey), cancellationToken), "panel.mod.answered", "text", cancellationToken);

    public async Task<IActionResult> OnPostMoveAsync(CancellationToken cancellationToken) =>
        await EndAsync(await move.HandleAsync(new MoveIdeaCommand(PostId, Step), cancellationToken), "panel.mod.moved", "steg", cancellationToken);

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken cancellationToken) =>
        await EndAsync(await open.HandleAsync(new OpenTopicCommand(PanelSlug ?? "", TopicTitle ?? "", IsForIdeas), cancellationToken), "panel.mod.opened", "rubrik", cancellationToken);

    private async Task<IActionResult> EndAsync(Result<Done> result, string done, string field, CancellationToken cancellationToken)
    {
        if (result.IsSuccess)
        {
            return RedirectDone("/arbetsyta/moderering/panel" + (TopicId is { } topic ? $"?amne={topic}" : ""), done);
        }

        await LoadAsync(cancellationToken);
        return Fail(result.Error, field, result.Error is PanelPostWrong wrong ? [wrong.Max] : result.Error is TopicTitleWrong title ? [title.Max] : []);
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Queue = (await list.HandleAsync(new ListPanelPostsQuery(TopicId), cancellationToken)).Value!;
}
