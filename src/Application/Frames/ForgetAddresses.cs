using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Frames;

public sealed record ForgetAddressesCommand(string Kind, string Slug);

/// <summary>
/// Erases names, addresses, mail addresses and phone numbers, and the printed letters with them. Codes go on working; a new letter can not
/// be made. Errors: <see cref="FrameNotFound"/>, <see cref="FrameBusy"/>, <see cref="FrameEmpty"/>.
/// </summary>
public sealed class ForgetAddressesHandler(IAppDbContext db, FrameDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(ForgetAddressesCommand command, CancellationToken cancellationToken)
    {
        var dialogue = await desk.OpenAsync(command.Kind, command.Slug, cancellationToken);
        if (!dialogue.IsSuccess)
        {
            return dialogue.Error;
        }

        if (await desk.IsBusyAsync(dialogue.Value.DialogueId, cancellationToken))
        {
            return new FrameBusy();
        }

        if (await desk.FindAsync(dialogue.Value.DialogueId, cancellationToken) is not { } frame)
        {
            return new FrameEmpty();
        }

        await ForgetAsync(db, frame, desk.Now, cancellationToken);
        desk.Record("frame.addressesForgotten", dialogue.Value.DialogueId);
        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }

    /// <summary>Erases at once, before the unit of work is saved: done twice it is done, left half-way it is done again.</summary>
    internal static async Task ForgetAsync(IAppDbContext db, Frame frame, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.Set<FramePerson>().Where(p => p.FrameId == frame.Id && p.Contact != null)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Contact, (FrameContact?)null), cancellationToken);
        await db.Set<LetterFile>().Where(f => f.DialogueId == frame.DialogueId).ExecuteDeleteAsync(cancellationToken);
        frame.AddressesForgotten(now);
    }
}
