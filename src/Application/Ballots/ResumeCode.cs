using System.Security.Cryptography;
using System.Text;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Ballots;

/// <summary>
/// Fortsättningskod: opens a draft on another device. 130 random bits in the form of <see cref="EditKey"/>; where the draft lies and what
/// opens it are both derived from it, so the database alone shows nothing of either.
/// </summary>
public static class ResumeCode
{
    public static string New() => EditKey.New();

    /// <summary>What the browser keeps instead of a letter code, from which the code cannot be had back.</summary>
    /// <param name="code">The whole code in its normal form.</param>
    public static string SecretOf(string code) =>
        Convert.ToHexString(HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.ASCII.GetBytes(code), 32, info: "draft-of-code"u8.ToArray()));

    /// <param name="code">Normalised, see <see cref="EditKey.Normalise"/>, or another secret of at least 59 random bits.</param>
    public static DraftToken TokenOf(Guid dialogueId, string code)
    {
        var secret = Encoding.ASCII.GetBytes(code);
        var salt = dialogueId.ToByteArray(bigEndian: true);
        return new DraftToken(
            HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 16, salt, "draft-id"u8.ToArray()),
            HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, salt, "draft-key"u8.ToArray()));
    }
}

/// <param name="Token">The draft that the browser holds.</param>
public sealed record MakeResumeCodeCommand(DialogueSlug Dialogue, DraftToken? Token);

/// <param name="Code">For reading: groups of five.</param>
/// <param name="Token">Where the draft lies from now on, also for this browser.</param>
public sealed record ResumeCodeMade(string Code, DraftToken Token);

/// <summary>Moves a draft to where a new code finds it. Errors: <see cref="DialogueNotFound"/>, <see cref="DraftEmpty"/>.</summary>
public sealed class MakeResumeCodeHandler(IAnswerDefinitions definitions, IAnswerDrafts drafts) : IUseCase
{
    public async Task<Result<ResumeCodeMade>> HandleAsync(MakeResumeCodeCommand command, CancellationToken cancellationToken)
    {
        if (await definitions.FindAsync(command.Dialogue, cancellationToken) is not { } definition)
        {
            return new DialogueNotFound();
        }

        var body = command.Token is null ? null : await drafts.FindAsync(command.Token.Id, cancellationToken);
        if (body is null || command.Token!.Open(body) is not { } sheet)
        {
            return new DraftEmpty();
        }

        var code = ResumeCode.New();
        var token = ResumeCode.TokenOf(definition.DialogueId, code);
        await drafts.SaveAsync(token.Id, definition.DialogueId, token.Seal(sheet), cancellationToken);
        await drafts.RemoveAsync(command.Token.Id, cancellationToken);
        return new ResumeCodeMade(EditKey.Display(code), token);
    }
}

/// <param name="Code">As typed.</param>
public sealed record ResumeDraftCommand(DialogueSlug Dialogue, string? Code);

/// <param name="Next">Number of the first question that is shown and not answered; null when all are.</param>
public sealed record DraftResumed(DraftToken Token, int? Next);

/// <summary>Finds a draft by its code. Errors: <see cref="DialogueNotFound"/>, <see cref="ResumeCodeUnknown"/>.</summary>
public sealed class ResumeDraftHandler(IAnswerDefinitions definitions, IAnswerDrafts drafts, Participants participants) : IUseCase
{
    public async Task<Result<DraftResumed>> HandleAsync(ResumeDraftCommand command, CancellationToken cancellationToken)
    {
        if (await definitions.FindAsync(command.Dialogue, cancellationToken) is not { } definition)
        {
            return new DialogueNotFound();
        }

        if (EditKey.Normalise(command.Code) is not { } code)
        {
            return new ResumeCodeUnknown();
        }

        var token = ResumeCode.TokenOf(definition.DialogueId, code);
        var body = await drafts.FindAsync(token.Id, cancellationToken);
        if (body is null || token.Open(body) is not { } sheet)
        {
            return new ResumeCodeUnknown();
        }

        return new DraftResumed(token, StartAnswerHandler.FirstOpen(participants.RouteOf(definition), sheet));
    }
}
