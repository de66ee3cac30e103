using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Registration;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Registration;

public sealed record GetBatchQuery(string Kind, string Slug, int Batch);

/// <param name="Label">First symbols of the code, or the number of the form.</param>
/// <param name="Differs">Two have typed it, and not the same.</param>
/// <param name="IsMine">Whoever asks typed it first, and may not compare it.</param>
public sealed record EntryLine(Guid Id, string Label, DateTimeOffset EnteredAt, bool Differs, bool IsMine);

/// <param name="IsTwice">Each form of the batch is typed by two people.</param>
/// <param name="Refusal">Why nothing can be registered now, or null.</param>
public sealed record BatchView(
    AnswerDefinition Definition, RegistrationBatch Batch, bool IsTwice, bool HasCodes, IReadOnlyList<EntryLine> Waiting, Error? Refusal);

/// <summary>A batch and what waits in it; nothing of what anybody has answered. <see cref="RegistrationNotFound"/>.</summary>
public sealed class GetBatchHandler(IAppDbContext db, RegistrationDesk desk) : IUseCase
{
    public async Task<Result<BatchView>> HandleAsync(GetBatchQuery query, CancellationToken cancellationToken)
    {
        var found = await desk.OpenBatchAsync(query.Kind, query.Slug, query.Batch, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var (definition, setup, batch) = found.Value;
        var (id, me) = (definition.DialogueId, desk.OfficerId);
        var waiting = await db.Set<RegisteredEntry>().Where(e => e.DialogueId == id && e.Batch == batch.Number).OrderBy(e => e.EnteredAt)
            .Select(e => new EntryLine(e.Id, e.Label, e.EnteredAt, e.SecondSheet != null, e.EnteredBy == me))
            .ToListAsync(cancellationToken);
        return new BatchView(
            definition, batch, setup.IsTwice(batch.Door), await desk.HasCodesAsync(definition, cancellationToken), waiting, desk.Refusal(definition));
    }
}
