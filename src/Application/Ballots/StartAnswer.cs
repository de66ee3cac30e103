using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Ballots;

/// <param name="Token">A draft that the browser has already, or null.</param>
/// <param name="FromEarlierAnswer">True: begin from the answer that is counted now.</param>
/// <param name="EditKey">Mode A: the key that opens the earlier answer, as typed.</param>
public sealed record StartAnswerCommand(DialogueSlug Dialogue, DraftToken? Token, bool FromEarlierAnswer, string? EditKey);

/// <param name="EditKey">Mode A: the key in its normal form, to be kept by the browser until the change is sent.</param>
/// <param name="Next">Number of the first question that is shown and not answered; null when all are.</param>
public sealed record AnswerStarted(DraftToken Token, string? EditKey, int? Next);

/// <summary>
/// Makes a draft, empty or from the participant's earlier answer. Errors: <see cref="DialogueNotFound"/>,
/// <see cref="NotEligible"/>, <see cref="EditKeyUnknown"/>.
/// </summary>
public sealed class StartAnswerHandler(
    IAnswerDefinitions definitions, IAnswerDrafts drafts, IBallotBox box, OwnerTags ownerTags, Participants participants) : IUseCase
{
    public async Task<Result<AnswerStarted>> HandleAsync(StartAnswerCommand command, CancellationToken cancellationToken)
    {
        if (await definitions.FindAsync(command.Dialogue, cancellationToken) is not { } definition)
        {
            return new DialogueNotFound();
        }

        if (!command.FromEarlierAnswer)
        {
            // The draft itself is written with the first answer; nothing is stored for those who only look.
            var body = command.Token is null ? null : await drafts.FindAsync(command.Token.Id, cancellationToken);
            return new AnswerStarted(
                command.Token ?? DraftToken.New(), null,
                FirstOpen(participants.RouteOf(definition), (body is null ? null : command.Token!.Open(body)) ?? new AnswerSheet()));
        }

        var editKey = EditKey.Normalise(command.EditKey);
        if (definition.Mode == AnswerMode.Anonymous && editKey is null)
        {
            return new EditKeyUnknown();
        }

        if (participants.Find(definition) is not { } participant || !await box.MayTakePartAsync(definition.DialogueId, participant, cancellationToken))
        {
            return new NotEligible();
        }

        var tag = await ownerTags.FindAsync(definition, participant, editKey, cancellationToken);
        var own = tag is null ? null : await box.FindAsync(definition.DialogueId, tag, cancellationToken);
        if (own is null)
        {
            return definition.Mode == AnswerMode.Anonymous ? new EditKeyUnknown() : new AnswerStarted(command.Token ?? DraftToken.New(), null, 1);
        }

        var token = DraftToken.New();
        await drafts.SaveAsync(token.Id, definition.DialogueId, token.Seal(AnswerSheet.FromJson(own.Body)), cancellationToken);
        return new AnswerStarted(token, editKey, null);
    }

    /// <summary>The first question that is shown and not answered.</summary>
    internal static int? FirstOpen(Route route, AnswerSheet sheet)
    {
        var shown = route.Shown(sheet);
        return route.Steps.FirstOrDefault(s => shown[s.Number - 1] && sheet[s.Question.Key].IsEmpty)?.Number;
    }
}
