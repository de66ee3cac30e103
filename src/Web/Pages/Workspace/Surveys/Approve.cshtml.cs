using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Surveys;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>The second person: what will be frozen, and yes or no with a reason.</summary>
public sealed class ApproveModel(GetSurveyBuilderHandler get, ListApprovalChecksHandler list, ICurrentUser me, ApproveSurveyHandler approve, SendBackSurveyHandler sendBack) : SurveyBuilderPage(get)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public override string Part => "publicera";

    public bool IsSecond => Draft.SentForReviewBy != me.Id;

    public int SmallestGroup => ProtectionLimits.For(Draft.HighProtection).SmallestGroup;

    /// <summary>What others ask for before the approval, a panel of its waves for instance.</summary>
    public IReadOnlyList<ApprovalCheck> Checks { get; private set; } = [];

    private string Title => T["approve.title"];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, Title, cancellationToken) is { } refused)
        {
            return refused;
        }

        return Draft.State == SurveyState.InReview ? Page() : Redirect(Local(Home));
    }

    public async Task<IActionResult> OnPostSaveAsync(string slug, CancellationToken cancellationToken)
    {
        var approved = await approve.HandleAsync(new ApproveSurveyCommand(slug, Version), cancellationToken);
        return await EndAsync(approved, slug, Title, HomeOf, "sb.approved", cancellationToken);
    }

    public async Task<IActionResult> OnPostBackAsync(string slug, CancellationToken cancellationToken)
    {
        Limit("Input.Reason", Input.Reason, 1000);
        if (!ModelState.IsValid)
        {
            return await ShowErrorsAsync(slug, Title, cancellationToken);
        }

        var returned = await sendBack.HandleAsync(new SendBackSurveyCommand(slug, Version, Input.Reason ?? ""), cancellationToken);
        return await EndAsync(returned, slug, Title, HomeOf, "sb.sentBack", cancellationToken);
    }

    protected override async Task LoadMoreAsync(string slug, CancellationToken cancellationToken) =>
        Checks = (await list.HandleAsync(new ListApprovalChecksQuery(slug), cancellationToken)).Value ?? [];

    public override IEnumerable<(string Label, string Value)> Saved() => [(T["builder.state"], T[$"survey.state.{Draft.State}"])];

    public sealed class Form
    {
        public string? Reason { get; set; }
    }
}
