using Medborgardialog.Application.Common;
using Medborgardialog.Application.Disclosure;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

public sealed record ReadWrittenAnswersQuery(string Slug);

/// <param name="Text">The question.</param>
/// <param name="Count">How many wrote; null where it is 1 to K − 1.</param>
/// <param name="Answers">In an order that says nothing; empty where fewer wrote than may be shown.</param>
public sealed record WrittenAnswers(string Key, string Section, string Text, int? Count, IReadOnlyList<string> Answers);

/// <param name="Least">Fewest answers to a question for them to be shown.</param>
public sealed record WrittenAnswersView(IReadOnlyList<WrittenAnswers> Questions, int Least);

/// <summary>
/// What people wrote, for the officers to read when the result is public: apart from every other answer and from who they are (trust T36),
/// and only where enough wrote. Errors: <see cref="SurveyNotFound"/>, also for those who may not build; <see cref="ResultSealed"/>.
/// </summary>
public sealed class ReadWrittenAnswersHandler(IAppDbContext db, IDisclosureGate gate, ICurrentUser user) : IUseCase
{
    public async Task<Result<WrittenAnswersView>> HandleAsync(ReadWrittenAnswersQuery query, CancellationToken cancellationToken)
    {
        var found = await db.Set<Survey>().AsNoTracking().Where(s => s.Slug == query.Slug)
            .Select(s => new { s.Id, Questionnaire = db.Set<Questionnaire>().FirstOrDefault(q => q.DialogueId == s.Id) })
            .SingleOrDefaultAsync(cancellationToken);
        if (found?.Questionnaire is null || !SurveyAccess.MayBuild(user))
        {
            return new SurveyNotFound();
        }

        if (await gate.ReadSurveyAsync(found.Id, Audience.Public, cancellationToken) is not { } disclosed)
        {
            return new ResultSealed();
        }

        var questions = new List<WrittenAnswers>();
        foreach (var question in found.Questionnaire.Route.Steps.Select(s => s.Question).Where(q => q.IsText))
        {
            var answers = await gate.ReadTextsAsync(found.Id, question.Key, cancellationToken);
            var count = question.IsAddOn ? disclosed.AddOns.Texts.GetValueOrDefault(question.Key) : disclosed.Texts.GetValueOrDefault(question.Key);
            questions.Add(new WrittenAnswers(
                question.Key, question.Section, question.Text, count == 0 || count >= disclosed.Published.Limits.SmallestGroup ? count : null, answers));
        }

        return new WrittenAnswersView(questions, disclosed.Published.Limits.SmallestForText);
    }
}
