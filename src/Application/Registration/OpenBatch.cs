using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Registration;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Registration;

/// <param name="Door">Paper or telephone.</param>
public sealed record OpenBatchCommand(string Kind, string Slug, AnswerDoor Door);

/// <param name="Number">From 1 within the dialogue.</param>
public sealed record BatchOpened(int Number);

/// <summary>
/// Begins a pile of forms. Errors: <see cref="RegistrationNotFound"/>, <see cref="RegistrationNotBegun"/>, <see cref="ChannelUnknown"/>,
/// <see cref="BatchTaken"/>, and those of a dialogue that takes no answers.
/// </summary>
public sealed class OpenBatchHandler(IAppDbContext db, RegistrationDesk desk) : IUseCase
{
    public async Task<Result<BatchOpened>> HandleAsync(OpenBatchCommand command, CancellationToken cancellationToken)
    {
        var found = await desk.OpenAsync(command.Kind, command.Slug, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        if (desk.Refusal(found.Value) is { } refusal)
        {
            return refusal;
        }

        var setup = await db.Set<RegistrationSetup>().SingleOrDefaultAsync(s => s.DialogueId == found.Value.DialogueId, cancellationToken);
        if (setup is null)
        {
            return new RegistrationNotBegun();
        }

        var batch = setup.OpenBatch(command.Door, desk.OfficerId, desk.Now);
        if (!batch.IsSuccess)
        {
            return batch.Error;
        }

        db.Set<RegistrationBatch>().Add(batch.Value);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The number, or the row that holds the latest, was taken by another in the same instant.
            return new BatchTaken();
        }

        return new BatchOpened(batch.Value.Number);
    }
}
