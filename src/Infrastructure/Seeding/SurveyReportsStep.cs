using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Evidence.Measures;
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
    private const string HomeCare = "hemtjanst-2026";

    public async Task SeedAsync(SeedContext context, CancellationToken cancellationToken)
    {
        var counted = await db.Set<AskedDialogue>()
            .Where(d => d.Kind == DialogueKind.Survey && d.CountedAt != null && d.CommitteeId != null && d.State == ConsultationState.Closed && d.ResultsAt <= context.Now)
            .OrderBy(d => d.ResultsAt).ThenBy(d => d.Slug).ToListAsync(cancellationToken);
        foreach (var dialogue in counted)
        {
            if (dialogue.Slug == HomeCare)
            {
                await AskAsync(dialogue.Id, context, cancellationToken);
            }

            var day = dialogue.ResultsAt.SwedishDate().AddDays(DaysAfterResult);
            var at = new DateTimeOffset(day.ToDateTime(new TimeOnly(Hour, 0)), TimeSpan.Zero);
            await loop.ReportAsync(
                dialogue.Slug, TorgetLoopStep.Person(context, "Maria Demolund", dialogue.CommitteeId!.Value, Role.Officer), at < context.Now ? at : context.Now, cancellationToken);
        }
    }

    private async Task AskAsync(Guid dialogueId, SeedContext context, CancellationToken cancellationToken)
    {
        var brief = new ReportBrief(dialogueId);
        TorgetStep.Must(brief.Ask(
            ["Hur ska Söder svara den som säger till?", "Vad görs för dem som inte har någon att byta till?", "Hur följs avtalad tid upp?"],
            new WordingContext(AnswerSource.TotalSurvey, Finding: false), "Maria Demolund", context.Now.AddDays(-40)));
        db.Add(brief);
        await db.SaveChangesAsync(cancellationToken);
    }
}
