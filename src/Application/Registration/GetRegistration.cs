using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Registration;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Registration;

public sealed record GetRegistrationQuery(string Kind, string Slug);

/// <param name="Cast">Forms whose answer is in the box.</param>
/// <param name="Waiting">Forms that another person is to type.</param>
public sealed record BatchLine(int Number, AnswerDoor Door, DateTimeOffset OpenedAt, int Cast, int Waiting);

/// <param name="Setup">Null until registering has begun.</param>
/// <param name="Refusal">Why nothing can be registered now, or null.</param>
/// <param name="NeverCompared">After closing: forms that were typed by one person only, and are not counted.</param>
public sealed record RegistrationView(
    AnswerDefinition Definition, bool HasCodes, RegistrationSetup? Setup, IReadOnlyList<BatchLine> Batches, Error? Refusal, int? NeverCompared);

/// <summary>How a dialogue is registered and what has come in. <see cref="RegistrationNotFound"/> for all who are no officers.</summary>
public sealed class GetRegistrationHandler(IAppDbContext db, RegistrationDesk desk, IRegistrationBox box) : IUseCase
{
    public async Task<Result<RegistrationView>> HandleAsync(GetRegistrationQuery query, CancellationToken cancellationToken)
    {
        var found = await desk.OpenAsync(query.Kind, query.Slug, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var definition = found.Value;
        var id = definition.DialogueId;
        var setup = await db.Set<RegistrationSetup>().AsNoTracking().SingleOrDefaultAsync(s => s.DialogueId == id, cancellationToken);
        var batches = await db.Set<RegistrationBatch>().Where(b => b.DialogueId == id).OrderByDescending(b => b.Number)
            .Select(b => new BatchLine(
                b.Number, b.Door, b.OpenedAt, b.Cast, db.Set<RegisteredEntry>().Count(e => e.DialogueId == id && e.Batch == b.Number)))
            .ToListAsync(cancellationToken);
        return new RegistrationView(
            definition, await desk.HasCodesAsync(definition, cancellationToken), setup, batches, desk.Refusal(definition),
            await box.CountLeftAsync(id, cancellationToken));
    }
}
