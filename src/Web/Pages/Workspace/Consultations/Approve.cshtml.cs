using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Consultations;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Consultations;

/// <summary>The second person: what will be frozen, and yes or no with a reason.</summary>
public sealed class ApproveModel(GetBuilderHandler get, ICurrentUser me, ApproveHandler approve, SendBackHandler sendBack) : BuilderPage(get)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public bool IsSecond => Draft.SentForReviewBy != me.Id;

    private string Title => T["approve.title"];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, Title, cancellationToken) is { } refused)
        {
            return refused;
        }

        return Draft.State == ConsultationState.InReview ? Page() : Redirect(Local(Home));
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        var approved = await approve.HandleAsync(new ApproveCommand(slug, Version), cancellationToken);
        return await EndAsync(approved, slug, Title, s => $"/arbetsyta/radslag/{s}", "approve.done", cancellationToken);
    }

    public async Task<IActionResult> OnPostBackAsync(string slug, CancellationToken cancellationToken)
    {
        var returned = await sendBack.HandleAsync(new SendBackCommand(slug, Version, Input.Reason ?? ""), cancellationToken);
        return await EndAsync(returned, slug, Title, s => $"/arbetsyta/radslag/{s}", "approve.returned", cancellationToken);
    }

    public override IEnumerable<(string Label, string Value)> Saved() => [(T["builder.state"], T[$"builder.state.{Draft.State}"])];

    public sealed class Form
    {
        public string? Reason { get; set; }
    }
}
