using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Plans;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Plans;

public sealed record ListPlansQuery(string CommitteeSlug);

/// <param name="Rows">Late first, then what is to be done by the day it is due, then what is done or stopped.</param>
/// <param name="Points">Decided points that have no days in the plan yet, for whoever may write.</param>
public sealed record PlanListView(string Slug, string Name, bool MayWrite, bool IsMember, IReadOnlyList<PlanRow> Rows, IReadOnlyList<PlanPoint> Points);

/// <param name="Id">Null for a decided point without days of its own.</param>
/// <param name="DueWords">The time in words, where no day is known.</param>
/// <param name="Late">Days that it is late; 0 when it is not.</param>
/// <param name="AnswerSlug">Of the dialogue, where it is followed up with the committee's answer; null otherwise.</param>
/// <param name="Address">Path of the committee's answer or of the number that it rests on; null without one.</param>
/// <param name="History">Oldest first.</param>
public sealed record PlanRow(
    Guid? Id, string Finding, string Measure, string Responsible, DateOnly? Start, DateOnly? Due, string DueWords, PointStatus Status, int Late, string? AnswerSlug, string? Address,
    string About, IReadOnlyList<PlanNews> History, uint Version)
{
    public bool IsOver => Status is PointStatus.Done or PointStatus.Stopped;
}

public sealed record PlanNews(PointStatus Status, string Note, string When, string By, DateTimeOffset At);

public sealed record PlanPoint(Guid DialogueId, Guid PointId, string Heading, string About);

/// <summary>What a committee has decided to do: the measures of its answers and those that it has planned for a finding. For everyone. <see cref="CommitteeNotFound"/>.</summary>
public sealed class ListPlansHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<PlanListView>> HandleAsync(ListPlansQuery query, CancellationToken cancellationToken)
    {
        var committee = await db.Set<Committee>().AsNoTracking().SingleOrDefaultAsync(c => c.Slug == query.CommitteeSlug, cancellationToken);
        if (committee is null)
        {
            return new CommitteeNotFound();
        }

        var items = await db.Set<PlanItem>().AsNoTracking().Where(p => p.CommitteeId == committee.Id).OrderBy(p => p.AddedAt).ToListAsync(cancellationToken);
        var answers = (await db.Set<DecisionFeedback>().AsNoTracking().Where(f => f.CommitteeId == committee.Id && f.State == FeedbackState.Published)
                .Join(db.Set<AskedDialogue>(), f => f.DialogueId, d => d.Id, (f, d) => new { Feedback = f, Dialogue = d }).ToListAsync(cancellationToken))
            .Select(a => (a.Feedback, a.Dialogue)).ToList();
        var today = clock.SwedishToday();
        var points = answers.SelectMany(a => a.Feedback.Points.Where(p => p.HasMeasure).Select(p => (Answer: a, Point: p, Item: items.Find(i => i.PointId == p.Id)))).ToList();
        var rows = points.Select(p => OfPoint(p.Answer.Dialogue, p.Answer.Feedback, p.Point, p.Item, today))
            .Concat(items.Where(i => points.TrueForAll(p => p.Item != i)).Select(i => OfItem(i, today)))
            .OrderByDescending(r => r.Late).ThenBy(r => r.IsOver).ThenBy(r => r.Due ?? DateOnly.MaxValue).ThenBy(r => r.Measure, StringComparer.CurrentCulture);
        return new PlanListView(
            committee.Slug, committee.Name, ConsultationAccess.MayWriteAnswer(user, committee.Id), ConsultationAccess.MayEnterCommitteeRoom(user, committee.Id), [.. rows],
            [.. points.Where(p => p.Item is null).Select(p => new PlanPoint(p.Answer.Dialogue.Id, p.Point.Id, p.Point.Heading, p.Answer.Dialogue.NameInText))]);
    }

    /// <summary>Followed up where it was decided; the plan adds who and the days.</summary>
    private static PlanRow OfPoint(AskedDialogue dialogue, DecisionFeedback feedback, FeedbackPoint point, PlanItem? item, DateOnly today)
    {
        var status = feedback.StatusOf(point) ?? PointStatus.NotStarted;
        var when = feedback.WhenOf(point);

        // A time that was said anew, with the answer, is later than the day of the plan.
        var due = (when == point.When ? item?.Due : null) ?? PlannedTime.LastDay(when);
        return new PlanRow(
            item?.Id, point.Heading, item?.Measure ?? point.WeDo, item?.Responsible ?? point.Responsible, item?.Start, due, due is null ? when : "", status, LateBy(due, status, today),
            dialogue.Slug, $"{dialogue.Address}/beslut#punkt-{point.Id:N}", dialogue.NameInText,
            [.. feedback.FollowUps.Where(f => f.PointId == point.Id).Select(f => new PlanNews(f.Status, f.Note, f.When, f.WrittenBy, f.At))], item?.Version ?? 0);
    }

    private static PlanRow OfItem(PlanItem item, DateOnly today) => new(
        item.Id, item.Finding, item.Measure, item.Responsible, item.Start, item.DueNow, "", item.Status, LateBy(item.DueNow, item.Status, today), AnswerSlug: null,
        item.Figure.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"/rapporter/{Report.SlugOf(item.Report)}/v{item.ReportVersion}/underlag/{item.Figure}") : null,
        item.Report, [.. item.Steps.Select(s => new PlanNews(s.Status, s.Note, s.Due is { } due ? due.ToString("d MMMM yyyy", CultureInfo.CurrentCulture) : "", s.By, s.At))], item.Version);

    private static int LateBy(DateOnly? due, PointStatus status, DateOnly today) =>
        due is { } day && day < today && status is not (PointStatus.Done or PointStatus.Stopped) ? today.DayNumber - day.DayNumber : 0;
}
