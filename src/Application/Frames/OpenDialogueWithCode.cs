using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Frames;

/// <param name="Code">As typed.</param>
/// <param name="HasGuessedWrong">True when the network has tried a wrong code in the last hour.</param>
public sealed record OpenDialogueWithCodeCommand(string? Code, bool HasGuessedWrong);

/// <param name="PersonId">The id in the frame.</param>
/// <param name="AnswerPath">Where to go, for example <c>/radslag/torget/svara</c>.</param>
/// <param name="DraftSecret">Opens what this person has begun to answer; goes into the pass.</param>
/// <param name="Code">First symbols of the code; go into the pass, which ends with the code. Null for a person without one.</param>
/// <param name="Unit">Of the person in the list; empty for none. Goes into the pass, for the questions that the unit asks.</param>
public sealed record DialogueOpened(Guid DialogueId, Guid PersonId, string AnswerPath, string DraftSecret, string? Code, string Unit);

/// <summary>
/// Exchanges a letter code for the right to answer. Consumes nothing: whether an answer is there already is for the answer flow to say.
/// A wrong code costs the same work and gets the same answer whether its selector is known or not (trust T05). Errors:
/// <see cref="CodeMissing"/>, <see cref="CodeMistyped"/>, <see cref="CodeLocked"/>, <see cref="CodeUnknown"/> (also for revoked),
/// <see cref="CodeNotYetOpen"/>, <see cref="CodeExpired"/>.
/// </summary>
public sealed class OpenDialogueWithCodeHandler(IAppDbContext db, ICodeGate gate, IDialogueAddresses dialogues, TimeProvider clock) : IUseCase
{
    public async Task<Result<DialogueOpened>> HandleAsync(OpenDialogueWithCodeCommand command, CancellationToken cancellationToken)
    {
        var read = LetterCode.Read(command.Code);
        if (!read.IsSuccess)
        {
            return read.Error;
        }

        var turn = await gate.TakeAsync(read.Value.Selector, cancellationToken);
        if (turn.Locked || turn.Strict && command.HasGuessedWrong)
        {
            return new CodeLocked();
        }

        var (person, salt, hash) = await FindAsync(read.Value.Selector, cancellationToken);
        var frameId = person?.FrameId ?? Guid.Empty;
        var frame = await db.Set<Frame>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == frameId, cancellationToken);
        var right = CodeSecret.Matches(read.Value.Secret, salt, hash);
        if (!right || person!.State != FramePersonState.Active)
        {
            await gate.WrongAsync(frame?.DialogueId, cancellationToken);
            return new CodeUnknown();
        }

        await gate.RightAsync(read.Value.Selector, cancellationToken);
        var dialogue = await dialogues.FindAsync(frame!.DialogueId, cancellationToken);
        var opens = Frame.Opens(dialogue is null ? null : frame, person, dialogue?.OpensAt, dialogue?.ClosesAt, clock.GetUtcNow());
        var (selector, secret) = (read.Value.Selector, read.Value.Secret);
        return opens.IsSuccess ? new DialogueOpened(frame.DialogueId, person.Id, dialogue!.AnswerPath, Ballots.ResumeCode.SecretOf(selector + secret), selector, person.Unit) : opens.Error;
    }

    /// <summary>Whose code it is, whether the one of the latest letter or of an earlier one.</summary>
    private async Task<(FramePerson? Person, byte[]? Salt, byte[]? Hash)> FindAsync(string selector, CancellationToken cancellationToken)
    {
        if (await db.Set<FramePerson>().AsNoTracking().SingleOrDefaultAsync(p => p.Selector == selector, cancellationToken) is { } person)
        {
            return (person, person.SecretSalt, person.SecretHash);
        }

        var earlier = await db.Set<EarlierCode>().AsNoTracking().SingleOrDefaultAsync(e => e.Selector == selector, cancellationToken);
        var owner = earlier?.PersonId ?? Guid.Empty;
        return (await db.Set<FramePerson>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == owner, cancellationToken), earlier?.SecretSalt, earlier?.SecretHash);
    }
}
