using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Ballots;

/// <param name="Number">Number of the question, from 1.</param>
public sealed record AnswerQuestionCommand(
    DialogueSlug Dialogue, int Number, IReadOnlyCollection<string> Choices, string? Text, DraftToken? Token);

/// <param name="Token">The draft that holds the answer now.</param>
/// <param name="Next">Number of the question that comes after it with these answers; null after the last.</param>
/// <param name="Missing">Number of the first question that has to be answered and is not, such as one that this answer opened; null when there is none.</param>
public sealed record QuestionAnswered(DraftToken Token, int? Next, int? Missing);

/// <summary>
/// Keeps the answer to one question in the draft; nothing is sent. At most two statements. Errors: <see cref="DialogueNotFound"/>,
/// <see cref="QuestionNotFound"/>, and those of <see cref="AnswerCheck"/>.
/// </summary>
public sealed class AnswerQuestionHandler(IAnswerDefinitions definitions, IAnswerDrafts drafts, Participants participants) : IUseCase
{
    public async Task<Result<QuestionAnswered>> HandleAsync(AnswerQuestionCommand command, CancellationToken cancellationToken)
    {
        if (await definitions.FindAsync(command.Dialogue, cancellationToken) is not { } definition)
        {
            return new DialogueNotFound();
        }

        if (definition.Questionnaire.Route.Number(command.Number) is not { Question: var question })
        {
            return new QuestionNotFound();
        }

        var answer = AnswerCheck.Check(question, command.Choices, command.Text);
        if (!answer.IsSuccess)
        {
            return answer.Error;
        }

        var token = command.Token ?? DraftToken.New();
        var body = command.Token is null ? null : await drafts.FindAsync(token.Id, cancellationToken);
        var sheet = (body is null ? null : token.Open(body)) ?? new AnswerSheet();
        sheet.Set(question.Key, answer.Value);
        await drafts.SaveAsync(token.Id, definition.DialogueId, token.Seal(sheet), cancellationToken);
        var route = participants.RouteOf(definition);
        var missing = route.Check(sheet).Errors.OfType<AnswerMissing>().FirstOrDefault();
        return new QuestionAnswered(token, route.Next(command.Number, sheet)?.Number, missing is null ? null : route.Find(missing.QuestionKey)?.Number);
    }
}
