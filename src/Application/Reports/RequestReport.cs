using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

public sealed record RequestReportCommand(string Slug);

public sealed record ReportRequested(Guid ReportId);

/// <summary>
/// Asks for a (new version of the) report of a rådslag whose answers are counted. A report that is being compiled already is
/// given back instead of a second one. Errors: <see cref="ConsultationNotFound"/>, <see cref="ReportTooEarly"/>.
/// </summary>
public sealed class RequestReportHandler(IAppDbContext db, IOutbox outbox, ICurrentUser user, TimeProvider clock) : IUseCase
{
    /// <summary>Name of the job that compiles; its argument is the report's id.</summary>
    public const string Job = "report";

    public async Task<Result<ReportRequested>> HandleAsync(RequestReportCommand command, CancellationToken cancellationToken)
    {
        var consultation = await db.Set<Consultation>().SingleOrDefaultAsync(c => c.Slug == command.Slug, cancellationToken);
        if (consultation is null || !ConsultationAccess.MayCompileReport(user))
        {
            return new ConsultationNotFound();
        }

        if (consultation.CountedAt is null)
        {
            return new ReportTooEarly();
        }

        var latest = await db.Set<Report>().Where(r => r.ConsultationId == consultation.Id)
            .OrderByDescending(r => r.Version).FirstOrDefaultAsync(cancellationToken);
        if (latest is { State: ReportState.Requested or ReportState.Building })
        {
            return new ReportRequested(latest.Id);
        }

        var report = await NewAsync(db, consultation, latest, user.Id, clock.GetUtcNow(), cancellationToken);
        outbox.Add(new StartJob(Job, report.Id));
        await db.SaveChangesAsync(cancellationToken);
        return new ReportRequested(report.Id);
    }

    /// <summary>The next version, or version 1 under the committee's next number of the year.</summary>
    internal static async Task<Report> NewAsync(
        IAppDbContext db, Consultation consultation, Report? latest, Guid? requestedBy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var number = latest?.Number;
        if (number is null)
        {
            var committee = await db.Set<Committee>().SingleAsync(c => c.Id == consultation.CommitteeId, cancellationToken);
            var start = string.Create(CultureInfo.InvariantCulture, $"{committee.ShortName} {now.ToSwedish().Year}:");
            var taken = await db.Set<Report>().Where(r => r.Number.StartsWith(start)).Select(r => r.Number).Distinct().CountAsync(cancellationToken);
            number = string.Create(CultureInfo.InvariantCulture, $"{start}{taken + 1}");
        }

        var report = new Report(
            consultation.Id, consultation.CommitteeId!.Value, number, (latest?.Version ?? 0) + 1, consultation.NameInText, requestedBy, now);
        db.Set<Report>().Add(report);
        return report;
    }
}
