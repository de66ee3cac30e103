using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Frames;

public sealed record RetireFramesCommand;

/// <summary>
/// Run every night: letters after their last day, checked files after a day, addresses 30 days after closing whether or not an officer
/// remembered, and codes 90 days after, so that their selectors can be used again. Tasks are forgotten after 90 days. May run twice.
/// </summary>
public sealed class RetireFramesHandler(IAppDbContext db, IDialogueAddresses dialogues, TimeProvider clock) : IUseCase
{
    public const int AddressDays = 30;
    public const int CodeDays = 90;
    public const int LetterDays = 60;

    public async Task<Result<Done>> HandleAsync(RetireFramesCommand command, CancellationToken cancellationToken)
    {
        _ = command;
        var (now, today) = (clock.GetUtcNow(), clock.SwedishToday());
        var (aDayAgo, longAgo) = (now.AddDays(-1), now.AddDays(-CodeDays));
        await db.Set<LetterFile>().Where(f => f.KeptUntil < today).ExecuteDeleteAsync(cancellationToken);
        await db.Set<FrameDraft>().Where(d => d.CreatedAt < aDayAgo).ExecuteDeleteAsync(cancellationToken);
        await db.Set<LongTask>().Where(t => t.HeardAt < longAgo).ExecuteDeleteAsync(cancellationToken);
        foreach (var frame in await db.Set<Frame>().ToListAsync(cancellationToken))
        {
            var closed = (await dialogues.FindAsync(frame.DialogueId, cancellationToken))?.ClosesAt ?? EndOf(frame);
            if (frame.AddressesForgottenAt is null && closed.AddDays(AddressDays) < now)
            {
                await ForgetAddressesHandler.ForgetAsync(db, frame, now, cancellationToken);
            }

            if (closed.AddDays(CodeDays) < now)
            {
                await db.Set<EarlierCode>().Where(e => db.Set<FramePerson>().Any(p => p.Id == e.PersonId && p.FrameId == frame.Id)).ExecuteDeleteAsync(cancellationToken);
                await db.Set<FramePerson>().Where(p => p.FrameId == frame.Id && p.Selector != null).ExecuteUpdateAsync(
                    set => set.SetProperty(p => p.Selector, (string?)null).SetProperty(p => p.SecretHash, (byte[]?)null).SetProperty(p => p.SecretSalt, (byte[]?)null),
                    cancellationToken);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }

    /// <summary>
    /// Where there is no closing: whoever is invited to a panel has <see cref="LetterDays"/> days from the latest letters, and a list that no letter has
    /// gone out from keeps nobody's address for more than a year.
    /// </summary>
    private static DateTimeOffset EndOf(Frame frame) => frame.LettersPrintedAt?.AddDays(LetterDays) ?? frame.ImportedAt.AddYears(1);
}
