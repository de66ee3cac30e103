using System.Text.Json;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Evidence;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Evidence;

public sealed record GetEvidenceDraftQuery(Guid Draft);

/// <summary>A checked file and how far its import has come.</summary>
/// <param name="Name">Of the file; empty for what was pasted.</param>
/// <param name="Task">Null before the import has been asked for.</param>
/// <param name="IsBusy">The import goes on.</param>
public sealed record EvidenceDraftView(Guid Id, EvidenceSourceKind Kind, string Name, EvidenceChecked Found, LongTask? Task, bool IsBusy);

/// <summary>What a checked file would change. <see cref="EvidenceNotFound"/> for others than officers and for what is gone.</summary>
public sealed class GetEvidenceDraftHandler(IAppDbContext db, ImportDesk desk) : IUseCase
{
    public async Task<Result<EvidenceDraftView>> HandleAsync(GetEvidenceDraftQuery query, CancellationToken cancellationToken)
    {
        var task = await db.Set<LongTask>().AsNoTracking().Where(t => t.SubjectId == query.Draft && t.Kind == ImportEvidenceHandler.Job)
            .OrderByDescending(t => t.StartedAt).FirstOrDefaultAsync(cancellationToken);
        var draft = await db.Set<EvidenceDraft>().Where(d => d.Id == query.Draft).Select(d => new { d.Kind, d.Name, d.Summary, d.CreatedAt }).SingleOrDefaultAsync(cancellationToken);
        return draft is null || !desk.MayImport || draft.CreatedAt <= desk.Now.AddDays(-EvidenceDraft.Days)
            ? new EvidenceNotFound()
            : new EvidenceDraftView(query.Draft, draft.Kind, draft.Name, JsonSerializer.Deserialize<EvidenceChecked>(draft.Summary)!, task, task?.IsUnderWay(desk.Now) == true);
    }
}
