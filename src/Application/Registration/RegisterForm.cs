using System.Security.Cryptography;
using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Registration;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Registration;

/// <param name="Holder">From <see cref="FormStarted"/>; the caller has kept it where nobody can change it.</param>
/// <param name="Sheet">Everything that stands on the paper.</param>
/// <param name="FormKey">16 random bytes made when the form was shown.</param>
public sealed record RegisterFormCommand(string Kind, string Slug, int Batch, FormHolder Holder, AnswerSheet Sheet, byte[] FormKey);

public enum RegisteredAs
{
    /// <summary>In the box; the receipt is there.</summary>
    Cast,

    /// <summary>Typed once; another person is to type it too.</summary>
    Waiting,

    /// <summary>Typed twice, and not the same.</summary>
    Differs,
}

/// <param name="ReceiptCode">Kvittokod, to be written on the form; empty when it is not in the box.</param>
/// <param name="Changed">True when it took the place of an earlier registered answer.</param>
/// <param name="EntryId">What differs, for <see cref="RegisteredAs.Differs"/>.</param>
public sealed record FormRegistered(RegisteredAs As, string ReceiptCode = "", bool Changed = false, Guid? EntryId = null);

/// <summary>
/// Takes one typed form: into the box, or into waiting for another person, or out of waiting when that other has typed the same. Errors:
/// <see cref="RegistrationNotFound"/>, the first error of the sheet, <see cref="EntryNeedsAnother"/>, and those of <see cref="FormCasting"/>
/// and of a dialogue that takes no answers.
/// </summary>
public sealed class RegisterFormHandler(IAppDbContext db, RegistrationDesk desk, IRegistrationBox box, FormCasting casting) : IUseCase
{
    public async Task<Result<FormRegistered>> HandleAsync(RegisterFormCommand command, CancellationToken cancellationToken)
    {
        var found = await desk.OpenBatchAsync(command.Kind, command.Slug, command.Batch, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var (definition, setup, batch) = found.Value;
        if (await box.FindReceiptAsync(definition.DialogueId, SHA256.HashData(command.FormKey), cancellationToken) is { } receipt)
        {
            return new FormRegistered(RegisteredAs.Cast, receipt);
        }

        if (desk.Refusal(definition) is { } refusal)
        {
            return refusal;
        }

        var (sheet, errors) = definition.Questionnaire.Route.For(command.Holder.Unit).Check(command.Sheet);
        if (errors.Count > 0)
        {
            return (Result<FormRegistered>)errors[0];
        }

        if (!setup.IsTwice(batch.Door))
        {
            return await CastAsync(definition, new FormToCast(command.Holder.Id, batch.Door, batch.Number, sheet, command.FormKey, EntryId: null), cancellationToken);
        }

        var waiting = await db.Set<RegisteredEntry>()
            .SingleOrDefaultAsync(e => e.DialogueId == definition.DialogueId && e.HolderId == command.Holder.Id, cancellationToken);
        return waiting is null
            ? await KeepAsync(definition, command, batch, sheet, cancellationToken)
            : await CompareAsync(definition, command, waiting, sheet, cancellationToken);
    }

    private async Task<Result<FormRegistered>> KeepAsync(
        AnswerDefinition definition, RegisterFormCommand command, RegistrationBatch batch, AnswerSheet sheet, CancellationToken cancellationToken)
    {
        var id = new Guid(command.FormKey);
        if (await desk.SealAsync(definition.DialogueId, id, sheet, cancellationToken) is not { } body)
        {
            return new AnswersClosed(definition.Times.ClosesAt);
        }

        db.Set<RegisteredEntry>().Add(new RegisteredEntry(id, command.Holder, batch, body, desk.OfficerId, desk.Now));
        return await SaveAsync(cancellationToken) ? new FormRegistered(RegisteredAs.Waiting) : new EntryGone();
    }

    private async Task<Result<FormRegistered>> CompareAsync(
        AnswerDefinition definition, RegisterFormCommand command, RegisteredEntry waiting, AnswerSheet sheet, CancellationToken cancellationToken)
    {
        if (waiting.Id == new Guid(command.FormKey))
        {
            // The same form sent again.
            return new FormRegistered(RegisteredAs.Waiting);
        }

        var may = waiting.MayBeComparedBy(desk.OfficerId);
        if (!may.IsSuccess)
        {
            return may.Error;
        }

        if (await desk.UnsealAsync(waiting, waiting.FirstSheet, cancellationToken) is not { } first
            || await desk.SealAsync(definition.DialogueId, waiting.Id, sheet, cancellationToken) is not { } body)
        {
            return new AnswersClosed(definition.Times.ClosesAt);
        }

        if (SheetComparison.Differences(definition.Questionnaire.Route, first, sheet).Count == 0)
        {
            return await CastAsync(definition, new FormToCast(waiting.HolderId, waiting.Door, waiting.Batch, first, command.FormKey, waiting.Id), cancellationToken);
        }

        waiting.Differs(body, desk.OfficerId);
        return await SaveAsync(cancellationToken) ? new FormRegistered(RegisteredAs.Differs, EntryId: waiting.Id) : new EntryGone();
    }

    private async Task<Result<FormRegistered>> CastAsync(AnswerDefinition definition, FormToCast form, CancellationToken cancellationToken)
    {
        var cast = await casting.CastAsync(definition, form, cancellationToken);
        return cast.IsSuccess ? new FormRegistered(RegisteredAs.Cast, cast.Value.ReceiptCode, cast.Value.Changed) : cast.Error;
    }

    /// <summary>False when another typed, decided or dropped the same form in the same instant.</summary>
    private async Task<bool> SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            return false;
        }
    }
}
