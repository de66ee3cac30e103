using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Ballots;

public sealed record KeepDraftCommand(DialogueSlug Dialogue, AnswerSheet Sheet, DraftToken? Token);

public sealed record DraftKept(DraftToken Token);

/// <summary>Keeps a whole sheet that could not be sent, so that nothing typed is lost. Unknown questions are dropped.</summary>
public sealed class KeepDraftHandler(IAnswerDefinitions definitions, IAnswerDrafts drafts) : IUseCase
{
    public async Task<Result<DraftKept>> HandleAsync(KeepDraftCommand command, CancellationToken cancellationToken)
    {
        if (await definitions.FindAsync(command.Dialogue, cancellationToken) is not { } definition)
        {
            return new DialogueNotFound();
        }

        var token = command.Token ?? DraftToken.New();
        var sheet = new AnswerSheet();
        foreach (var step in definition.Questionnaire.Route.Steps)
        {
            sheet.Set(step.Question.Key, command.Sheet[step.Question.Key]);
        }

        await drafts.SaveAsync(token.Id, definition.DialogueId, token.Seal(sheet), cancellationToken);
        return new DraftKept(token);
    }
}
