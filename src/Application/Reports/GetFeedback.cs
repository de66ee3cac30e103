using System.Text.Json;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Evidence.Measures;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

public sealed record GetFeedbackQuery(string CommitteeSlug, string Slug);

/// <summary>The committee's answer as its room shows it.</summary>
/// <param name="State">Null before anything has been saved; <paramref name="Text"/> then holds a point for each theme, to begin from.</param>
/// <param name="Version">Belongs in the form.</param>
/// <param name="Gaps">What is missing before it can go to the chair.</param>
/// <param name="ReportIsNewer">A version of the report has come since the draft was begun.</param>
public sealed record FeedbackView(
    string CommitteeSlug, string Committee, string Slug, string Address, string Title, string NameInText, Phase Phase, DateOnly PromisedAt, DateOnly? NextMeeting,
    AnsweredReport? Report, bool ReportIsNewer, FeedbackState? State, uint Version, FeedbackText Text, IReadOnlyList<AnswerPoint> Points,
    IReadOnlyList<FeedbackGap> Gaps, IReadOnlyList<FeedbackHint> Hints, IReadOnlyList<FeedbackEvent> History, bool MayWrite, bool MayApprove, bool IsChair)
{
    public FeedbackEvent? Last => History.Count == 0 ? null : History[^1];
}

/// <param name="Key">Key of the text that says it.</param>
/// <param name="Phrase">What it is about; empty where it is about the whole.</param>
public sealed record FeedbackHint(Guid PointId, FeedbackField Field, string Key, string Phrase);

public sealed record AnsweredReport(
    string Number, string NumberSlug, int Version, DateTimeOffset DeliveredAt, IReadOnlyList<ReportAsked> Asked, IReadOnlyList<ReportTheme> Themes);

/// <summary>
/// For everyone in the committee's room. <see cref="FeedbackNotFound"/> when there is nothing to answer yet, it is another
/// committee's or the asker is not of it.
/// </summary>
public sealed class GetFeedbackHandler(IAppDbContext db, ICurrentUser user, ITexts texts, TimeProvider clock) : IUseCase
{
    public async Task<Result<FeedbackView>> HandleAsync(GetFeedbackQuery query, CancellationToken cancellationToken)
    {
        var row = await db.Set<AskedDialogue>()
            .Where(c => c.Slug == query.Slug)
            .Join(db.Set<Committee>().Where(k => k.Slug == query.CommitteeSlug), c => c.CommitteeId, k => k.Id, (c, k) => new
            {
                Dialogue = c,
                Committee = k,
                Feedback = db.Set<DecisionFeedback>().FirstOrDefault(f => f.DialogueId == c.Id),
                Report = db.Set<Report>().Where(r => r.DialogueId == c.Id && r.State == ReportState.Delivered && r.WithdrawnAt == null)
                    .OrderByDescending(r => r.Version).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null || !row.Dialogue.HasReachedCommittee || !ConsultationAccess.MayEnterCommitteeRoom(user, row.Committee.Id))
        {
            return new FeedbackNotFound();
        }

        return Show(row.Dialogue, row.Committee, row.Feedback, row.Report);
    }

    private FeedbackView Show(AskedDialogue dialogue, Committee committee, DecisionFeedback? feedback, Report? report)
    {
        var today = clock.SwedishToday();
        var model = report is null ? null : JsonSerializer.Deserialize<ReportModel>(report.Model!)!;
        IReadOnlyList<ReportTheme> themes = [.. model?.ToAnswer ?? []];
        var text = feedback is null ? Begin(themes) : Of(feedback);
        var chair = ConsultationAccess.MayApproveAnswer(user, committee.Id);
        return new FeedbackView(
            committee.Slug, committee.Name, dialogue.Slug, dialogue.Address, dialogue.Title, dialogue.NameInText, dialogue.PhaseAt(clock.GetUtcNow(), today),
            dialogue.PromisedAt, committee.Meetings.Where(d => d >= today).Select(d => (DateOnly?)d).FirstOrDefault(),
            report is null ? null : new AnsweredReport(report.Number, report.Slug, report.Version, report.DeliveredAt!.Value, model!.Asked, themes),
            feedback is { State: FeedbackState.Draft, History: [var first, ..] } && report?.DeliveredAt > first.At,
            feedback?.State, feedback?.Version ?? 0, text, feedback is null ? [] : AnswerPoint.ListOf(feedback),
            feedback?.Gaps(themes.Select(t => (t.Id, t.Name))) ?? [], [.. text.Points.SelectMany(p => Hints(p, dialogue.Kind))], feedback?.History ?? [],
            ConsultationAccess.MayWriteAnswer(user, committee.Id), chair && feedback?.HasBeenWrittenBy(user.Id ?? Guid.Empty) != true, chair);
    }

    /// <summary>A point for each theme, the most written about first, as the report has them.</summary>
    private FeedbackText Begin(IReadOnlyList<ReportTheme> themes) => new(
        [.. themes.Select(t => new FeedbackPoint(Guid.CreateVersion7(), t.Id, t.Name, t.Writers == 0 ? "" : texts.Count("feedback.prefill", t.Writers, t.Name), Decision: null, "", "", "", ""))],
        "", Changed: null, "", "", MeetingDay: null, "", "");

    /// <summary>What advises the writer and never blocks: how a point is put, and phrases that say more than the answers bear.</summary>
    private static IEnumerable<FeedbackHint> Hints(FeedbackPoint point, DialogueKind kind) =>
    [
        .. PointLint.Of(point, []).Select(r => new FeedbackHint(point.Id, r.Field, r.Key, "")),
        .. Wording.Check(point.YouSaid, new WordingContext(AnswerSource.Open, kind == DialogueKind.Consultation, Finding: false))
            .Select(f => new FeedbackHint(point.Id, FeedbackField.YouSaid, f.Rule, point.YouSaid.Substring(f.Position, f.Length))),
    ];

    private static FeedbackText Of(DecisionFeedback feedback) => new(
        feedback.Points, feedback.Summary, feedback.Changed, feedback.ChangedWhat, feedback.Reservations, feedback.MeetingDay, feedback.Paragraph,
        feedback.RegistrationNumber);
}
