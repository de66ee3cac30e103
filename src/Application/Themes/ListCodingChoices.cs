using Medborgardialog.Application.Common;
using Medborgardialog.Application.Disclosure;
using Medborgardialog.Application.Discussions;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Themes;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Themes;

/// <param name="DialogueId">Null to choose the dialogue first.</param>
public sealed record ListCodingChoicesQuery(Guid? DialogueId);

public sealed record DialogueToCode(Guid Id, string Title);

/// <param name="Texts">How many may be read; 0 while answers are sealed, or when too few wrote.</param>
/// <param name="MayBeQuoted">The question said so.</param>
public sealed record QuestionToCode(string Key, string Text, int Texts, bool MayBeQuoted);

/// <param name="Chosen">Null before a dialogue is chosen.</param>
public sealed record CodingChoices(
    IReadOnlyList<DialogueToCode> Dialogues, DialogueToCode? Chosen, IReadOnlyList<QuestionToCode> Questions, IReadOnlyList<ThreadToCode> Threads);

/// <summary>What a coding can be made of. Error: <see cref="CodingSetNotFound"/> for those who may not code, and where the dialogue is not there.</summary>
public sealed class ListCodingChoicesHandler(
    IAppDbContext db, CodingDesk desk, CodedDialogues dialogues, IDisclosureGate gate, ListPostsToCodeHandler posts) : IUseCase
{
    public async Task<Result<CodingChoices>> HandleAsync(ListCodingChoicesQuery query, CancellationToken cancellationToken)
    {
        if (!desk.MayCode)
        {
            return new CodingSetNotFound();
        }

        var all = (await dialogues.ListAsync(cancellationToken)).Select(d => new DialogueToCode(d.Id, d.Title)).ToList();
        if (query.DialogueId is not { } id)
        {
            return new CodingChoices(all, null, [], []);
        }

        if (all.Find(d => d.Id == id) is not { } chosen)
        {
            return new CodingSetNotFound();
        }

        var questionnaire = await db.Set<Questionnaire>().AsNoTracking().SingleOrDefaultAsync(q => q.DialogueId == id, cancellationToken);
        var questions = new List<QuestionToCode>();
        foreach (var question in (questionnaire?.Questions ?? []).Where(q => q.IsText))
        {
            var written = await gate.ReadWrittenAsync(id, question.Key, cancellationToken);
            questions.Add(new QuestionToCode(question.Key, question.Text, written.Count, question.MayBeQuoted));
        }

        var talk = await posts.HandleAsync(new ListPostsToCodeQuery(id), cancellationToken);
        return new CodingChoices(all, chosen, questions, talk.Threads);
    }
}
