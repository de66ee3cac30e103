using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Frames;

public sealed record IssueCodesCommand(string Kind, string Slug);

public sealed record CodesOrdered(Guid TaskId);

/// <summary>
/// Orders new codes and a letter to everybody in the frame. A code is known only from when it is made to when it is printed, so codes and
/// letters are made together; earlier codes stop working when the new letters are done, and not before. Errors:
/// <see cref="FrameNotFound"/>, <see cref="FrameBusy"/>, <see cref="FrameEmpty"/>, <see cref="AddressesForgotten"/>, <see cref="FrameClosed"/>,
/// <see cref="LettersUnprintable"/>, <see cref="TooManyCodes"/>.
/// </summary>
public sealed class IssueCodesHandler(IAppDbContext db, FrameDesk desk, ILetterPrinter printer) : IUseCase
{
    /// <summary>Kind of the task and name of the job.</summary>
    public const string Job = "letters";

    public async Task<Result<CodesOrdered>> HandleAsync(IssueCodesCommand command, CancellationToken cancellationToken)
    {
        var dialogue = await desk.OpenAsync(command.Kind, command.Slug, cancellationToken);
        if (!dialogue.IsSuccess)
        {
            return dialogue.Error;
        }

        var frame = await desk.FindAsync(dialogue.Value.DialogueId, cancellationToken);
        if (frame is null)
        {
            return new FrameEmpty();
        }

        if (frame.AddressesForgottenAt is not null)
        {
            return new AddressesForgotten();
        }

        if (desk.Now >= dialogue.Value.ClosesAt)
        {
            return new FrameClosed();
        }

        if (!printer.CanPrint)
        {
            return new LettersUnprintable();
        }

        if (await db.Set<FramePerson>().CountAsync(p => p.Selector != null, cancellationToken) + frame.People > LetterCode.MostInUse)
        {
            return new TooManyCodes();
        }

        if (await desk.IsBusyAsync(dialogue.Value.DialogueId, cancellationToken))
        {
            return new FrameBusy();
        }

        var task = desk.Start(Job, dialogue.Value.DialogueId);
        desk.Record(frame.CodesIssuedAt is null ? "frame.lettersOrdered" : "frame.lettersOrderedAgain", dialogue.Value.DialogueId);
        await db.SaveChangesAsync(cancellationToken);
        return new CodesOrdered(task.Id);
    }
}
