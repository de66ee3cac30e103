using Medborgardialog.Application.Common;
using Medborgardialog.Application.Evidence;
using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Calendar;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Calendar;

public sealed record RequestAtCutOffCommand;

/// <param name="CutOffs">Meetings whose evidence was cut off by this run.</param>
/// <param name="Versions">New versions asked for.</param>
public sealed record CutOffsPassed(int CutOffs, int Versions);

/// <summary>
/// Run by a job every morning (requirement E6): when the last day for evidence of a planned meeting has passed, the ledger is read once more, and where it says
/// something that the latest report did not know a new version is asked for. Once for each meeting, however often it runs.
/// </summary>
public sealed class RequestAtCutOffHandler(IAppDbContext db, IOutbox outbox, CollectEvidenceHandler collect, TimeProvider clock) : IUseCase
{
    public async Task<Result<CutOffsPassed>> HandleAsync(RequestAtCutOffCommand command, CancellationToken cancellationToken)
    {
        _ = command;
        var (passed, versions) = (0, 0);
        foreach (var (dialogue, meeting) in await ListAsync(cancellationToken))
        {
            var latest = await db.Set<Report>().Where(r => r.DialogueId == dialogue.Id).OrderByDescending(r => r.Version).FirstOrDefaultAsync(cancellationToken);
            if (latest is not { IsFinished: true, CutOff: { } known })
            {
                // The first version, or one under way, has its own evidence; there is nothing to add to yet.
                continue;
            }

            var collected = await collect.HandleAsync(new CollectEvidenceCommand(dialogue.Id), cancellationToken);
            if (!collected.IsSuccess)
            {
                continue;
            }

            // All that the report looks at: what was imported of its service too.
            var isNews = await ReportScope.Of(db, dialogue).AnyAsync(r => r.AddedAt > known || r.ReplacedAt > known || r.WithdrawnAt > known, cancellationToken);
            if (isNews)
            {
                var report = await RequestReportHandler.NewAsync(db, dialogue, latest, null, clock.GetUtcNow(), cancellationToken);
                outbox.Add(new StartJob(RequestReportHandler.Job, report.Id));
                versions++;
            }

            db.Set<Milestone>().Add(new Milestone(dialogue.Id, MilestoneKind.CutOff, meeting, 0, clock.GetUtcNow()));
            await db.SaveChangesAsync(cancellationToken);
            passed++;
        }

        return new CutOffsPassed(passed, versions);
    }

    /// <summary>Dialogues whose planned meeting has had its last day for evidence and has not been, and that have not been looked at for it.</summary>
    private async Task<IReadOnlyList<(AskedDialogue Dialogue, DateOnly Meeting)>> ListAsync(CancellationToken cancellationToken)
    {
        var (now, today) = (clock.GetUtcNow(), clock.SwedishToday());
        var found = await db.Set<AskedDialogue>()
            .Where(d => d.CommitteeId != null && d.CountedAt != null && d.ResultsAt <= now && (d.State == ConsultationState.Closed || d.State == ConsultationState.WithCommittee))
            .OrderBy(d => d.Id)
            .Select(d => new { Dialogue = d, Chosen = db.Set<PlannedMeeting>().Where(p => p.DialogueId == d.Id).Select(p => (DateOnly?)p.Day).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        var committees = await db.Set<Committee>().AsNoTracking().ToDictionaryAsync(c => c.Id, cancellationToken);
        var looked = (await db.Set<Milestone>().Where(m => m.Kind == MilestoneKind.CutOff).Select(m => new { m.DialogueId, m.Day }).ToListAsync(cancellationToken))
            .Select(m => (m.DialogueId, m.Day)).ToHashSet();
        var due = new List<(AskedDialogue, DateOnly)>();
        foreach (var row in found)
        {
            var committee = committees[row.Dialogue.CommitteeId!.Value];
            var planned = MeetingChoice.Of(
                row.Dialogue.ResultsAt.SwedishDate(), row.Dialogue.PromisedAt, committee.Meetings.Where(m => m >= today), committee.Lead, row.Chosen >= today ? row.Chosen : null);
            if (planned.Days is { } days && days.CutOff < today && !looked.Contains((row.Dialogue.Id, days.Meeting)))
            {
                due.Add((row.Dialogue, days.Meeting));
            }
        }

        return due;
    }
}
