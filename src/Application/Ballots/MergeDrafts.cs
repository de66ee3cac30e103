using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Ballots;

/// <param name="Into">The participant's own draft, which stays.</param>
/// <param name="From">What was filled in beside it, which goes.</param>
/// <param name="FromIsLater">True: where both have an answer, that of <paramref name="From"/> holds. False: it only fills what is empty.</param>
public sealed record MergeDraftsCommand(DialogueSlug Dialogue, DraftToken Into, DraftToken From, bool FromIsLater);

/// <summary>
/// Two drafts of one person become one: what the code finds, and what was filled in while the code was not there. Errors:
/// <see cref="DialogueNotFound"/>. Nothing to merge is no error.
/// </summary>
public sealed class MergeDraftsHandler(IAnswerDefinitions definitions, IAnswerDrafts drafts) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(MergeDraftsCommand command, CancellationToken cancellationToken)
    {
        if (await definitions.FindAsync(command.Dialogue, cancellationToken) is not { } definition)
        {
            return new DialogueNotFound();
        }

        if (command.Into.Id.AsSpan().SequenceEqual(command.From.Id) || await OpenAsync(command.From, cancellationToken) is not { } from)
        {
            return Done.Value;
        }

        var into = await OpenAsync(command.Into, cancellationToken) ?? new AnswerSheet();
        foreach (var key in definition.Questionnaire.Route.Steps.Select(s => s.Question.Key))
        {
            if (!from[key].IsEmpty && (command.FromIsLater || into[key].IsEmpty))
            {
                into.Set(key, from[key]);
            }
        }

        await drafts.SaveAsync(command.Into.Id, definition.DialogueId, command.Into.Seal(into), cancellationToken);
        await drafts.RemoveAsync(command.From.Id, cancellationToken);
        return Done.Value;
    }

    private async Task<AnswerSheet?> OpenAsync(DraftToken token, CancellationToken cancellationToken) =>
        await drafts.FindAsync(token.Id, cancellationToken) is { } body ? token.Open(body) : null;
}
