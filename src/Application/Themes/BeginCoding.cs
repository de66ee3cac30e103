using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Discussions;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Themes;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Themes;

/// <param name="Questions">Keys of questions answered in words.</param>
/// <param name="Threads">Ids of threads.</param>
/// <param name="QuestionHours">Those of the threads that were a frågestund.</param>
public sealed record BeginCodingCommand(
    Guid DialogueId, string Title, IReadOnlyCollection<string> Questions, IReadOnlyCollection<Guid> Threads, IReadOnlyCollection<Guid> QuestionHours);

public sealed record CodingBegun(Guid SetId, int Inputs);

/// <summary>
/// Copies the chosen texts and numbers them. Errors: <see cref="CodingSetNotFound"/> for those who may not code, <see cref="CodingTitleWrong"/>,
/// <see cref="CodingSourcesMissing"/>, <see cref="NothingToCode"/>.
/// </summary>
public sealed class BeginCodingHandler(IAppDbContext db, CodingDesk desk, CodingSources sources, ListPostsToCodeHandler posts) : IUseCase
{
    public async Task<Result<CodingBegun>> HandleAsync(BeginCodingCommand command, CancellationToken cancellationToken)
    {
        if (!desk.MayCode)
        {
            return new CodingSetNotFound();
        }

        var begun = CodingSet.Begin(command.DialogueId, command.Title, await ChosenAsync(command, cancellationToken), desk.Me, desk.Now);
        if (!begun.IsSuccess)
        {
            return begun.Error;
        }

        var (came, _) = await sources.RefreshAsync(begun.Value, [], cancellationToken);
        if (came == 0)
        {
            return new NothingToCode();
        }

        db.Set<CodingSet>().Add(begun.Value);
        desk.Log("coding.begun", begun.Value);
        await db.SaveChangesAsync(cancellationToken);
        return new CodingBegun(begun.Value.Id, came);
    }

    /// <summary>What was chosen and is there; the labels are those of now.</summary>
    private async Task<List<CodingSource>> ChosenAsync(BeginCodingCommand command, CancellationToken cancellationToken)
    {
        var questionnaire = await db.Set<Questionnaire>().AsNoTracking().SingleOrDefaultAsync(q => q.DialogueId == command.DialogueId, cancellationToken);
        var talk = await posts.HandleAsync(new ListPostsToCodeQuery(command.DialogueId), cancellationToken);
        return
        [
            .. (questionnaire?.Questions ?? []).Where(q => q.IsText && command.Questions.Contains(q.Key)).Select(q => new CodingSource(InputKind.Survey, q.Key, q.Text)),
            .. talk.Threads.Where(t => command.Threads.Contains(t.Id)).Select(t => new CodingSource(
                command.QuestionHours.Contains(t.Id) ? InputKind.QuestionHour : InputKind.Discussion, t.Id.ToString("D", CultureInfo.InvariantCulture), t.Title)),
        ];
    }
}
