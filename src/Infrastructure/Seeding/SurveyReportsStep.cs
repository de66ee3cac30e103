using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Reports;
using Medborgardialog.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>Every survey and wave of the demo whose result is public has its report, compiled by the application's own handlers and delivered two days after, or now.</summary>
internal sealed class SurveyReportsStep(AppDbContext db, ClosedLoop loop) : ISeedStep
{
    private const int DaysAfterResult = 2;
    private const int Hour = 10;

    public async Task SeedAsync(SeedContext context, CancellationToken cancellationToken)
    {
        var counted = await db.Set<AskedDialogue>()
            .Where(d => d.Kind == DialogueKind.Survey && d.CountedAt != null && d.CommitteeId != null && d.State == ConsultationState.Closed && d.ResultsAt <= context.Now)
            .OrderBy(d => d.ResultsAt).ThenBy(d => d.Slug).ToListAsync(cancellationToken);
        foreach (var dialogue in counted)
        {
            var day = dialogue.ResultsAt.SwedishDate().AddDays(DaysAfterResult);
            var at = new DateTimeOffset(day.ToDateTime(new TimeOnly(Hour, 0)), TimeSpan.Zero);
            await loop.ReportAsync(
                dialogue.Slug, TorgetLoopStep.Person(context, "Maria Demolund", dialogue.CommitteeId!.Value, Role.Officer), at < context.Now ? at : context.Now, cancellationToken);
        }
    }
}
