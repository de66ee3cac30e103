using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Evidence;

/// <param name="DialogueId">A rådslag or a survey that is counted.</param>
public sealed record CollectEvidenceCommand(Guid DialogueId);

/// <param name="Sources">Ids of the sources that were read.</param>
public sealed record EvidenceCollected(IReadOnlyList<Guid> Sources, int Added, int Replaced);

/// <summary>
/// Writes what a counted dialogue says into the ledger, through the gate and nothing else. Called by the job that compiles a report, which
/// acts for nobody. Safe to repeat. Errors: <see cref="ReportNotFound"/>, <see cref="ReportTooEarly"/>, those of <see cref="RecordEvidenceHandler"/>.
/// </summary>
public sealed class CollectEvidenceHandler(IAppDbContext db, ConsultationSignals consultations, SurveySignals surveys, RecordEvidenceHandler record) : IUseCase
{
    public async Task<Result<EvidenceCollected>> HandleAsync(CollectEvidenceCommand command, CancellationToken cancellationToken)
    {
        var dialogue = await db.Set<AskedDialogue>().SingleOrDefaultAsync(d => d.Id == command.DialogueId, cancellationToken);
        if (dialogue is null)
        {
            return new ReportNotFound();
        }

        var said = dialogue.Kind == DialogueKind.Consultation
            ? await consultations.ListAsync(dialogue, cancellationToken)
            : await surveys.ListAsync(dialogue, cancellationToken);
        if (said is null)
        {
            return new ReportTooEarly();
        }

        var (added, replaced) = (0, 0);
        foreach (var source in said)
        {
            var recorded = await record.HandleAsync(new RecordEvidenceCommand(source.Source, source.Signals, IsWhole: true), cancellationToken);
            if (!recorded.IsSuccess)
            {
                return recorded.Error;
            }

            added += recorded.Value.Added;
            replaced += recorded.Value.Replaced;
        }

        return new EvidenceCollected([.. said.Select(s => s.Source.Id)], added, replaced);
    }
}

/// <summary>One source and all that it says.</summary>
public sealed record SourceSignals(EvidenceSource Source, IReadOnlyList<EvidenceSignal> Signals);
