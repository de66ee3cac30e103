using System.Text.Json;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Promises;
using Medborgardialog.Domain.Reports;
using Medborgardialog.Domain.Traces;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Traces;

/// <summary>The way of a dialogue's contributions to what came of them. The same for everyone who took part in it.</summary>
/// <param name="Address">Path of the rådslag or the survey.</param>
/// <param name="PanelAddress">Path of the panel that the survey is a wave of; null for others.</param>
/// <param name="OpensOn">First day of answering.</param>
/// <param name="LastDay">Last day of answering.</param>
/// <param name="IsResultPublic">The result can be read.</param>
/// <param name="Report">Null before it is public.</param>
/// <param name="Themes">Of the report, all of them; none of one that is withdrawn.</param>
/// <param name="Paragraph">Of the minutes; empty before the answer.</param>
/// <param name="Points">Of the public answer; empty before.</param>
public sealed record DialogueTrace(
    DialogueKind Kind, string NameInText, string Address, string? PanelAddress, string Committee, DateOnly OpensOn, DateOnly LastDay, bool IsResultPublic,
    IReadOnlyList<TraceLine> Lines, TracedReport? Report, IReadOnlyList<TracedTheme> Themes, string Paragraph, IReadOnlyList<TracedPoint> Points, PromiseStanding Promise);

public sealed record TracedReport(string Slug, int Version, bool IsWithdrawn);

public sealed record TracedTheme(Guid Id, string Name);

/// <param name="ThemeId">The theme of the report that it answers; null for a point of the committee's own.</param>
public sealed record TracedPoint(AnswerPoint Point, Guid? ThemeId);

/// <summary>Reads a dialogue's trace. One statement.</summary>
public sealed class DialogueTraces(IAppDbContext db, TimeProvider clock)
{
    /// <summary>Null where there is no such dialogue that has been published.</summary>
    /// <param name="post">The post that is followed; null for an answer.</param>
    internal async Task<DialogueTrace?> FindAsync(Guid dialogueId, TracedPost? post, CancellationToken cancellationToken)
    {
        var row = await db.Set<AskedDialogue>().Where(d => d.Id == dialogueId)
            .Select(d => new
            {
                Dialogue = d,
                Committee = db.Set<Committee>().Where(k => k.Id == d.CommitteeId).Select(k => k.Name).FirstOrDefault(),
                Feedback = db.Set<DecisionFeedback>().FirstOrDefault(f => f.DialogueId == d.Id && f.State == FeedbackState.Published),
                Report = db.Set<Report>().Where(r => r.DialogueId == d.Id && r.State == ReportState.Delivered).OrderByDescending(r => r.Version).FirstOrDefault(),
                FirstReportAt = db.Set<Report>().Where(r => r.DialogueId == d.Id && r.State == ReportState.Delivered).Min(r => r.DeliveredAt),
                Quota = db.Set<PromiseQuota>().FirstOrDefault(q => q.DialogueId == d.Id),
                Panel = db.Set<PanelWave>().Where(w => w.SurveyId == d.Id).Join(db.Set<Panel>(), w => w.PanelId, p => p.Id, (w, p) => new { p.Kind, p.Slug }).FirstOrDefault(),
            })
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return null;
        }

        var (now, today) = (clock.GetUtcNow(), clock.SwedishToday());
        var (dialogue, feedback) = (row.Dialogue, row.Feedback);
        var isPublic = now >= dialogue.ResultsAt;
        var report = isPublic ? row.Report : null;

        // What is withdrawn is read nowhere; only that it was, and why, stands where it stood.
        var themes = report is { WithdrawnAt: null, Model: { } json } ? JsonSerializer.Deserialize<ReportModel>(json)!.Themes : [];
        var facts = Facts(dialogue, feedback, row.FirstReportAt, themes.Count, post);
        return new DialogueTrace(
            dialogue.Kind, dialogue.NameInText, dialogue.Address, row.Panel is { } panel ? PanelPaths.Of(panel.Kind, panel.Slug) : null, row.Committee ?? "",
            dialogue.OpensAt.SwedishDate(), facts.ClosingDay, isPublic && dialogue.CountedAt is not null, ContributionTrace.Of(facts, now, today),
            report is null ? null : new TracedReport(report.Slug, report.Version, report.WithdrawnAt is not null),
            [.. themes.Select(t => new TracedTheme(t.Id, t.Name))], feedback?.Paragraph ?? "", Points(feedback), PromiseStanding.Of(feedback, row.Quota, today));
    }

    private static TraceFacts Facts(AskedDialogue dialogue, DecisionFeedback? feedback, DateTimeOffset? reportAt, int themes, TracedPost? post) => new()
    {
        Post = post,
        ClosesAt = dialogue.ClosesAt,

        // What closes at midnight is open until the day before.
        ClosingDay = dialogue.ClosesAt.AddTicks(-1).SwedishDate(),
        ResultsAt = dialogue.ResultsAt,
        PromisedAt = dialogue.PromisedAt,
        CountedOn = dialogue.CountedAt?.SwedishDate(),
        IsCancelled = dialogue.State == ConsultationState.Cancelled,
        ReportedOn = reportAt?.SwedishDate(),
        Themes = themes,
        AnsweredOn = feedback?.PublishedAt?.SwedishDate(),
        DecidedOn = feedback?.MeetingDay,
        Points = feedback is null ? [] : PointProgress.ListOf(feedback, SwedishTime.SwedishDate),
    };

    private static IReadOnlyList<TracedPoint> Points(DecisionFeedback? feedback)
    {
        if (feedback is null)
        {
            return [];
        }

        var themes = feedback.Points.ToDictionary(p => p.Id, p => p.ThemeId);
        return [.. AnswerPoint.ListOf(feedback).Select(p => new TracedPoint(p, themes[p.Id]))];
    }
}
