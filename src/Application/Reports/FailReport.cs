using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

public sealed record FailReportCommand(Guid ReportId);

/// <summary>Run by the job that has tried in vain for the last time: the officer sees that it stopped and may order a new one. Safe to run twice.</summary>
public sealed class FailReportHandler(IAppDbContext db) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(FailReportCommand command, CancellationToken cancellationToken)
    {
        if (await db.Set<Report>().SingleOrDefaultAsync(r => r.Id == command.ReportId, cancellationToken) is not { } report)
        {
            return new ReportNotFound();
        }

        report.Fail();
        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }
}
