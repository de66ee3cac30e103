using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Ballots;

public sealed record GetDraftQuery(DialogueSlug Dialogue, DraftToken? Token);

public sealed record Draft(AnswerDefinition Definition, AnswerSheet Sheet);

/// <summary>What the participant has filled in so far; an empty sheet without a draft. At most one statement.</summary>
public sealed class GetDraftHandler(IAnswerDefinitions definitions, IAnswerDrafts drafts) : IUseCase
{
    public async Task<Result<Draft>> HandleAsync(GetDraftQuery query, CancellationToken cancellationToken)
    {
        if (await definitions.FindAsync(query.Dialogue, cancellationToken) is not { } definition)
        {
            return new DialogueNotFound();
        }

        var body = query.Token is null ? null : await drafts.FindAsync(query.Token.Id, cancellationToken);
        return new Draft(definition, (body is null ? null : query.Token!.Open(body)) ?? new AnswerSheet());
    }
}
