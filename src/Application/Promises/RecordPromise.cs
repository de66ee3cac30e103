using Medborgardialog.Application.Common;
using Medborgardialog.Application.Evidence;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Promises;
using Medborgardialog.Domain.Reports;
using Medborgardialog.Domain.Statistics;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Promises;

public sealed record RecordPromiseCommand(Guid DialogueId);

/// <summary>
/// Run by a job: writes the löfteskvot of a dialogue, as it was told, into the ledger. Safe to run twice. Errors: those of <see cref="RecordEvidenceHandler"/>.
/// </summary>
public sealed class RecordPromiseHandler(IAppDbContext db, RecordEvidenceHandler record, ITexts texts) : IUseCase
{
    /// <summary>Name of the job; its argument is the dialogue's id.</summary>
    public const string Job = "record-promise";

    public async Task<Result<EvidenceRecorded>> HandleAsync(RecordPromiseCommand command, CancellationToken cancellationToken)
    {
        var row = await db.Set<PromiseQuota>().AsNoTracking().Where(q => q.DialogueId == command.DialogueId)
            .Join(db.Set<AskedDialogue>(), q => q.DialogueId, d => d.Id, (q, d) => new
            {
                Quota = q, Dialogue = d, Feedback = db.Set<DecisionFeedback>().First(f => f.DialogueId == d.Id),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return new EvidenceRecorded(0, 0, 0);
        }

        // The period begins with the promise and does not move on with each figure, so that a later figure is a revision of the same row.
        var day = row.Feedback.PublishedAt!.Value.SwedishDate();
        var draft = new SignalDraft(day, day, SampleDesign.Open, row.Dialogue.Service, perspective: null);
        draft.Add(EvidenceKind.Opinion, Measures.PromiseKept, texts["evidence.promiseKept"], row.Quota.Kept, row.Quota.Votes);
        draft.Add(EvidenceKind.Opinion, Measures.PromisePartly, texts["evidence.promisePartly"], row.Quota.Partly, row.Quota.Votes);
        var kind = row.Dialogue.Kind == DialogueKind.Consultation ? EvidenceSourceKind.Consultation : EvidenceSourceKind.Survey;
        var source = new EvidenceSource(
            kind, PromiseSource.IdOf(row.Dialogue.Id), texts["evidence.promiseOf", row.Dialogue.NameInText], row.Dialogue.Address + "/beslut", row.Dialogue.CommitteeId);
        return await record.HandleAsync(new RecordEvidenceCommand(source, draft.Signals, IsWhole: true), cancellationToken);
    }
}

/// <summary>What is said of a promise is a source of its own: it comes long after the dialogue has told what it had to say.</summary>
internal static class PromiseSource
{
    public static Guid IdOf(Guid dialogueId) => DerivedId.Of(dialogueId, "promise");
}
