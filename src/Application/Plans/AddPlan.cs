using System.Text.Json;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Plans;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Plans;

/// <param name="PointId">A decided point that it belongs to, or null.</param>
/// <param name="Report">Number of a delivered report, such as "VON 2026:1", or empty.</param>
/// <param name="Figure">Key of a number in it, such as <c>f3</c>, or empty.</param>
public sealed record AddPlanCommand(string CommitteeSlug, PlanText Text, Guid? PointId, string Report, string Figure);

/// <summary>
/// The secretary plans a measure; it is public at once. Errors: <see cref="CommitteeNotFound"/> (also for those outside), <see cref="CommitteeForbidden"/>,
/// <see cref="PlanGroundUnknown"/>, those of <see cref="PlanItem.Add"/>.
/// </summary>
public sealed class AddPlanHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(AddPlanCommand command, CancellationToken cancellationToken)
    {
        var committee = await db.Set<Committee>().AsNoTracking().SingleOrDefaultAsync(c => c.Slug == command.CommitteeSlug, cancellationToken);
        if (committee is null || !ConsultationAccess.MayEnterCommitteeRoom(user, committee.Id))
        {
            return new CommitteeNotFound();
        }

        if (!ConsultationAccess.MayWriteAnswer(user, committee.Id))
        {
            return new CommitteeForbidden();
        }

        var ground = await GroundAsync(committee.Id, command, cancellationToken);
        if (ground is null)
        {
            return new PlanGroundUnknown();
        }

        var added = PlanItem.Add(committee.Id, command.Text, ground, user.DisplayName ?? "", clock.GetUtcNow());
        if (!added.IsSuccess)
        {
            return added.Error;
        }

        db.Set<PlanItem>().Add(added.Value);
        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }

    /// <summary>Null where there is no such point or number.</summary>
    private async Task<PlanGround?> GroundAsync(Guid committeeId, AddPlanCommand command, CancellationToken cancellationToken)
    {
        if (command.PointId is { } pointId)
        {
            var answers = await db.Set<DecisionFeedback>().AsNoTracking()
                .Where(f => f.CommitteeId == committeeId && f.State == FeedbackState.Published).ToListAsync(cancellationToken);
            var answer = answers.Find(a => a.Points.Any(p => p.Id == pointId && p.HasMeasure));
            var isTaken = await db.Set<PlanItem>().AnyAsync(p => p.PointId == pointId, cancellationToken);
            return answer is null || isTaken ? null : new PlanGround(answer.DialogueId, pointId, "", 0, "");
        }

        var (number, figure) = (command.Report.Trim(), command.Figure.Trim());
        if (number.Length == 0)
        {
            return figure.Length == 0 ? PlanGround.Words : null;
        }

        var report = await db.Set<Report>().AsNoTracking().Where(r => r.Number == number && r.CommitteeId == committeeId && r.State == ReportState.Delivered)
            .OrderByDescending(r => r.Version).FirstOrDefaultAsync(cancellationToken);
        var figures = report?.Model is { } model ? JsonSerializer.Deserialize<ReportModel>(model)!.Figures : [];
        return report is not null && figures.Any(f => f.Key == figure) ? new PlanGround(report.DialogueId, null, number, report.Version, figure) : null;
    }
}
