using System.Text;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Evidence;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Reports;
using Medborgardialog.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>
/// A year of home care's own records comes in, by the application's own import, some days after the first version of its report; the second
/// version has them.
/// </summary>
internal sealed class LedgerStep(AppDbContext db, ClosedLoop loop, IEvidenceLock sources, ITaskProgress progress, ITexts texts) : ISeedStep
{
    private const string Slug = "hemtjanst-2026";
    private const int DaysAfterReport = 5;

    public async Task SeedAsync(SeedContext context, CancellationToken cancellationToken)
    {
        var dialogue = await db.Set<AskedDialogue>().SingleOrDefaultAsync(d => d.Slug == Slug, cancellationToken);
        var delivered = dialogue is null ? null : await db.Set<Report>().Where(r => r.DialogueId == dialogue.Id).Select(r => r.DeliveredAt).FirstOrDefaultAsync(cancellationToken);
        if (dialogue is null || delivered is not { } at)
        {
            return;
        }

        var maria = TorgetLoopStep.Person(context, "Maria Demolund", dialogue.CommitteeId!.Value, Role.Officer);
        var last = dialogue.ClosesAt.SwedishDate().AddMonths(-1);
        await ImportAsync(maria, EvidenceSourceKind.Switching, "byten-hemtjanst.csv", LedgerContent.Switching(last), at.AddDays(DaysAfterReport), cancellationToken);
        await ImportAsync(maria, EvidenceSourceKind.Complaints, "synpunkter-hemtjanst.csv", LedgerContent.Complaints(last), at.AddDays(DaysAfterReport), cancellationToken);
        await loop.ReportAsync(Slug, maria, at.AddDays(DaysAfterReport + 1), cancellationToken);
    }

    private async Task ImportAsync(SeedPerson officer, EvidenceSourceKind kind, string name, string file, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var clock = new SeedClock(at);
        var desk = new ImportDesk(db, officer, texts, clock);
        var check = await new CheckEvidenceHandler(db, desk).HandleAsync(new CheckEvidenceCommand(kind, name, Encoding.UTF8.GetBytes(file)), cancellationToken);
        TorgetStep.Must(check);
        if (check.Value!.Draft is not { } draft)
        {
            throw new InvalidOperationException($"{name}: {check.Value.Found.Errors[0]}");
        }

        var started = await new ImportEvidenceHandler(db, desk, new SilentOutbox()).HandleAsync(new ImportEvidenceCommand(draft), cancellationToken);
        TorgetStep.Must(started);
        var run = new RunEvidenceImportHandler(db, desk, new RecordEvidenceHandler(db, sources, clock), progress);
        TorgetStep.Must(await run.HandleAsync(new RunEvidenceImportCommand(started.Value!.TaskId), cancellationToken));
        db.ChangeTracker.Clear();
    }
}
