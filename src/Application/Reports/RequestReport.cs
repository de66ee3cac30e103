using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

/// <param name="Slug">Of the rådslag or the survey.</param>
public sealed record RequestReportCommand(string Slug);

public sealed record ReportRequested(Guid ReportId);

/// <summary>
/// Asks for a (new version of the) report of a dialogue whose answers are counted. A report that is being compiled already is
/// given back instead of a second one. Errors: <see cref="ReportNotFound"/> (also where no committee is to have it), <see cref="ReportTooEarly"/>.
/// </summary>
public sealed class RequestReportHandler(IAppDbContext db, IOutbox outbox, ICurrentUser user, TimeProvider clock) : IUseCase
{
    /// <summary>Name of the job that compiles; its argument is the report's id.</summary>
    public const string Job = "report";

    public async Task<Result<ReportRequested>> HandleAsync(RequestReportCommand command, CancellationToken cancellationToken)
    {
        var dialogue = await db.Set<AskedDialogue>().FirstOrDefaultAsync(c => c.Slug == command.Slug && c.CommitteeId != null, cancellationToken);
        if (dialogue is null || !ConsultationAccess.MayCompileReport(user))
        {
            return new ReportNotFound();
        }

        if (dialogue.CountedAt is null)
        {
            return new ReportTooEarly();
        }

        var latest = await db.Set<Report>().Where(r => r.DialogueId == dialogue.Id)
            .OrderByDescending(r => r.Version).FirstOrDefaultAsync(cancellationToken);
        if (latest is { State: ReportState.Requested or ReportState.Building })
        {
            return new ReportRequested(latest.Id);
        }

        var report = await NewAsync(db, dialogue, latest, user.Id, clock.GetUtcNow(), cancellationToken);
        outbox.Add(new StartJob(Job, report.Id));
        await db.SaveChangesAsync(cancellationToken);
        return new ReportRequested(report.Id);
    }

    /// <summary>The next version, or version 1 under the committee's next number of the year.</summary>
    internal static async Task<Report> NewAsync(
        IAppDbContext db, AskedDialogue dialogue, Report? latest, Guid? requestedBy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var number = latest?.Number;
        if (number is null)
        {
            var committee = await db.Set<Committee>().SingleAsync(c => c.Id == dialogue.CommitteeId, cancellationToken);
            var start = string.Create(CultureInfo.InvariantCulture, $"{committee.ShortName} {now.ToSwedish().Year}:");
            var taken = await db.Set<Report>().Where(r => r.Number.StartsWith(start)).Select(r => r.Number).Distinct().CountAsync(cancellationToken);
            number = string.Create(CultureInfo.InvariantCulture, $"{start}{taken + 1}");
        }

        var report = new Report(
            dialogue.Id, dialogue.Kind, dialogue.CommitteeId!.Value, number, (latest?.Version ?? 0) + 1, dialogue.NameInText, requestedBy, now);
        db.Set<Report>().Add(report);
        return report;
    }
}
