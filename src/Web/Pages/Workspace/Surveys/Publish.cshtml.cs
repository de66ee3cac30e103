using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Surveys;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>S24: the checklist, and the question to a second person.</summary>
public sealed class PublishModel(GetSurveyBuilderHandler get, ListApprovalChecksHandler list, SendSurveyForReviewHandler send) : SurveyBuilderPage(get)
{
    public override string Part => "publicera";

    public IReadOnlyList<SurveyTask> Missing => [.. Builder.Tasks.Where(t => !t.Value).Select(t => t.Key)];

    public int SmallestGroup => ProtectionLimits.For(Draft.HighProtection).SmallestGroup;

    /// <summary>What could be better, each with where to do something about it. Nothing here stops a publishing.</summary>
    public IReadOnlyList<(string Href, string Text)> Advice =>
    [
        .. Questions.SelectMany((q, i) => QuestionChecks.Of(q).Select(f => ($"{Home}/bygg/fragor/{q.Key}", $"{i + 1}. {T[$"hint.{f.Hint}", f.Words]}"))),
        .. Questions.Where(q => Builder.Broken(q) is not null).Select(q => ($"{Home}/bygg/fragor/{q.Key}", $"{q.Section}: {T["sb.wave", Builder.Broken(q)!.Edition]}")),
        .. QuestionChecks.Open(Questions) > QuestionChecks.MostOpen ? [($"{Home}/bygg/fragor", T["builder.manyOpen"])] : Array.Empty<(string, string)>(),
    ];

    /// <summary>What others ask for before the approval, a panel of its waves for instance.</summary>
    public IReadOnlyList<ApprovalCheck> Checks { get; private set; } = [];

    private string Title => T["publish.title"];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await LoadAsync(slug, Title, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        var sent = await send.HandleAsync(new SendSurveyForReviewCommand(slug, Version), cancellationToken);
        return await EndAsync(sent, slug, Title, s => $"{HomeOf(s)}/godkann", "sb.sent", cancellationToken);
    }

    protected override async Task LoadMoreAsync(string slug, CancellationToken cancellationToken) =>
        Checks = (await list.HandleAsync(new ListApprovalChecksQuery(slug), cancellationToken)).Value ?? [];

    public override IEnumerable<(string Label, string Value)> Saved() => [(T["builder.state"], T[$"survey.state.{Draft.State}"])];
}
