using System.Globalization;
using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.CommitteeRoom;

/// <summary>S30, ux 10.8: the secretary writes point by point, the chair reads and approves, and after that points are followed up.</summary>
public sealed class AnswerModel(
    GetFeedbackHandler get, WriteFeedbackHandler write, SubmitFeedbackHandler submit, ApproveFeedbackHandler approve,
    SendBackFeedbackHandler sendBack, FollowUpFeedbackHandler followUp) : AppPage
{
    public FeedbackView View { get; private set; } = null!;

    [BindProperty]
    public AnswerForm Input { get; set; } = new();

    [BindProperty]
    public FollowUpForm Follow { get; set; } = new();

    /// <summary>What the chair wants changed.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The version that the form was made from.</summary>
    [BindProperty]
    public uint Version { get; set; }

    /// <summary>Another has saved since the form was made; what stands there now is shown beside it.</summary>
    public bool IsStale { get; private set; }

    public bool IsWriting => View is { MayWrite: true, State: null or FeedbackState.Draft };

    public string Here => $"/namndrum/{View.CommitteeSlug}/svar/{View.Slug}";

    /// <summary>Themes of the report that no point answers.</summary>
    public IEnumerable<ReportTheme> ThemesWithout =>
        (View.Report?.Themes ?? []).Where(t => !Input.Points.Exists(p => Guid.TryParse(p.ThemeId, out var id) && id == t.Id));

    public ReportTheme? ThemeOf(AnswerForm.Point point) =>
        Guid.TryParse(point.ThemeId, out var id) ? View.Report?.Themes.FirstOrDefault(t => t.Id == id) : null;

    public async Task<IActionResult> OnGetAsync(string committee, string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(committee, slug, cancellationToken) is { } refused)
        {
            return refused;
        }

        Input = AnswerForm.Of(View.Text);
        return Page();
    }

    /// <param name="gor"><c>spara</c>, <c>skicka</c>, <c>punkt</c>, <c>tema-{id}</c> or <c>bort-{number from 0}</c>. All of them save.</param>
    public async Task<IActionResult> OnPostAsync(string committee, string slug, string? gor, CancellationToken cancellationToken)
    {
        if (await LoadAsync(committee, slug, cancellationToken, keepVersion: true) is { } refused)
        {
            return refused;
        }

        var anchor = Change(gor ?? "");
        var text = Input.Read(out var dayIsWrong);
        if (dayIsWrong)
        {
            ModelState.AddModelError("Input.MeetingDay", T["builder.dayUnreadable"]);
            return ShowErrors();
        }

        var written = await write.HandleAsync(new WriteFeedbackCommand(slug, Version, text), cancellationToken);
        if (!written.IsSuccess)
        {
            return await ExplainAsync(committee, slug, written.Error, cancellationToken);
        }

        if (gor != "skicka")
        {
            return RedirectDone(Here + anchor, "feedback.saved");
        }

        var sent = await submit.HandleAsync(new SubmitFeedbackCommand(slug, written.Value.Version), cancellationToken);
        return sent.IsSuccess
            ? RedirectDone($"/namndrum/{View.CommitteeSlug}", "feedback.sent", View.NameInText)
            : await ExplainAsync(committee, slug, sent.Error, cancellationToken);
    }

    public async Task<IActionResult> OnPostApproveAsync(string committee, string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(committee, slug, cancellationToken, keepVersion: true) is { } refused)
        {
            return refused;
        }

        var approved = await approve.HandleAsync(new ApproveFeedbackCommand(slug, Version), cancellationToken);
        return approved.IsSuccess
            ? RedirectDone(Here, "feedback.published")
            : await ExplainAsync(committee, slug, approved.Error, cancellationToken);
    }

    public async Task<IActionResult> OnPostBackAsync(string committee, string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(committee, slug, cancellationToken, keepVersion: true) is { } refused)
        {
            return refused;
        }

        var returned = await sendBack.HandleAsync(new SendBackFeedbackCommand(slug, Version, Reason ?? ""), cancellationToken);
        return returned.IsSuccess
            ? RedirectDone($"/namndrum/{View.CommitteeSlug}", "feedback.returned", View.NameInText)
            : await ExplainAsync(committee, slug, returned.Error, cancellationToken);
    }

    public async Task<IActionResult> OnPostFollowAsync(string committee, string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(committee, slug, cancellationToken, keepVersion: true) is { } refused)
        {
            return refused;
        }

        if (Follow.Chosen is not { } status)
        {
            ModelState.AddModelError("Follow.Status", T["err.required"]);
            return ShowErrors();
        }

        var added = await followUp.HandleAsync(
            new FollowUpFeedbackCommand(slug, Version, Follow.Point ?? Guid.Empty, status, Follow.Note ?? "", Follow.When ?? ""), cancellationToken);
        return added.IsSuccess
            ? RedirectDone(Here, "feedback.followedUp")
            : await ExplainAsync(committee, slug, added.Error, cancellationToken);
    }

    /// <summary>Adds or takes away a point in what was typed; where the page should open again.</summary>
    private string Change(string gor)
    {
        var number = Input.Points.Count;
        if (gor.StartsWith("bort-", StringComparison.Ordinal)
            && int.TryParse(gor.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < number)
        {
            Input.Points.RemoveAt(index);
            return "";
        }

        var theme = gor.StartsWith("tema-", StringComparison.Ordinal) ? ThemesWithout.FirstOrDefault(t => gor.EndsWith(t.Id.ToString("D"), StringComparison.Ordinal)) : null;
        if (theme is null && gor != "punkt")
        {
            return "";
        }

        Input.Points.Add(theme is null
            ? new AnswerForm.Point()
            : new AnswerForm.Point { ThemeId = theme.Id.ToString("D"), Heading = theme.Name, YouSaid = theme.Writers == 0 ? "" : T.Count("feedback.prefill", theme.Writers, theme.Name) });
        return string.Create(CultureInfo.InvariantCulture, $"#p{number}");
    }

    /// <summary>The same page with what was typed, what is wrong by its field, and what is saved now where another was faster.</summary>
    private async Task<IActionResult> ExplainAsync(string committee, string slug, Error error, CancellationToken cancellationToken)
    {
        if (await LoadAsync(committee, slug, cancellationToken) is { } refused)
        {
            return refused;
        }

        IsStale = error is FeedbackChangedMeanwhile;
        switch (error)
        {
            case FeedbackTextsTooLong tooLong:
                foreach (var text in tooLong.Texts)
                {
                    ModelState.AddModelError(NameOf(text.PointId, text.Field), T["err.tooLong", text.Length - text.Max, text.Max]);
                }

                return ShowErrors();
            case FeedbackIncomplete incomplete:
                foreach (var gap in incomplete.Gaps)
                {
                    ModelState.AddModelError(NameOf(gap.PointId, gap.Field), T[$"gap.{gap.Field}", gap.Heading]);
                }

                return ShowErrors();
            default:
                return Fail(error, error switch { FeedbackReasonMissing => "Reason", FollowUpNoteMissing => "Follow.Note", _ => "" });
        }
    }

    private string NameOf(Guid? pointId, FeedbackField field) => View.State switch
    {
        FeedbackState.Published => $"Follow.{field}",
        FeedbackState.Submitted => "Reason",
        _ => Input.NameOf(pointId, field),
    };

    private async Task<IActionResult?> LoadAsync(string committee, string slug, CancellationToken cancellationToken, bool keepVersion = false)
    {
        var found = await get.HandleAsync(new GetFeedbackQuery(committee, slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        View = found.Value;
        Version = keepVersion ? Version : View.Version;
        ViewData["Title"] = T["feedback.title", View.NameInText];
        ViewData["Crumbs"] = new (string Href, string Text)[] { ($"/namndrum/{View.CommitteeSlug}", View.Committee) };
        ViewData["Crumb"] = View.NameInText;
        return null;
    }

    public sealed class FollowUpForm
    {
        public Guid? Point { get; set; }

        public string? Status { get; set; }

        public string? Note { get; set; }

        public string? When { get; set; }

        public PointStatus? Chosen => Enum.TryParse<PointStatus>(Status, out var status) && Enum.IsDefined(status) ? status : null;
    }
}
