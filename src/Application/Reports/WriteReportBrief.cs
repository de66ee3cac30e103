using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Evidence.Measures;
using Medborgardialog.Domain.Reports;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

/// <param name="Slug">Of the rådslag or the survey.</param>
/// <param name="Asked">The questions to the committee; empty ones are left out.</param>
public sealed record WriteReportBriefCommand(string Slug, IReadOnlyList<string> Asked);

/// <summary>
/// The officer writes what the committee is asked to answer; the next version of the report has it. Errors: <see cref="ReportNotFound"/>, those of
/// <see cref="ReportBrief.Ask"/>.
/// </summary>
public sealed class WriteReportBriefHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(WriteReportBriefCommand command, CancellationToken cancellationToken)
    {
        var dialogue = await db.Set<AskedDialogue>().FirstOrDefaultAsync(d => d.Slug == command.Slug && d.CommitteeId != null, cancellationToken);
        if (dialogue is null || !ConsultationAccess.MayCompileReport(user))
        {
            return new ReportNotFound();
        }

        var brief = await db.Set<ReportBrief>().SingleOrDefaultAsync(b => b.DialogueId == dialogue.Id, cancellationToken)
            ?? db.Set<ReportBrief>().Add(new ReportBrief(dialogue.Id)).Entity;
        var asked = brief.Ask(command.Asked, await ContextAsync(dialogue, cancellationToken), user.DisplayName ?? "", clock.GetUtcNow());
        if (!asked.IsSuccess)
        {
            return asked.Error;
        }

        db.Set<AuditEntry>().Add(new AuditEntry(user.Id, user.DisplayName ?? "", "report.asked", dialogue.Id, "", clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }

    private async Task<WordingContext> ContextAsync(AskedDialogue dialogue, CancellationToken cancellationToken) => dialogue.Kind == DialogueKind.Consultation
        ? new WordingContext(AnswerSource.Open, Consultation: true, Finding: false)
        : new WordingContext(
            await db.Set<Survey>().Where(s => s.Id == dialogue.Id).Select(s => s.Design).SingleAsync(cancellationToken) switch
            {
                SampleDesign.ProbabilitySample => AnswerSource.ProbabilitySample,
                SampleDesign.TotalSurvey => AnswerSource.TotalSurvey,
                _ => AnswerSource.Open,
            },
            Finding: false);
}
