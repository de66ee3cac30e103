using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

/// <param name="BankVersion">Version of the question, from 1.</param>
public sealed record TakeBankQuestionCommand(string Slug, uint Version, string BankKey, int BankVersion);

/// <summary>Adds a question of the bank last in the core of a survey; it remembers where it comes from. Errors: those of <see cref="SurveyDesk"/>,
/// <see cref="SurveyFrozen"/>, <see cref="BankQuestionNotFound"/>, those of <see cref="QuestionRules"/>.</summary>
public sealed class TakeBankQuestionHandler(IAppDbContext db, SurveyDesk desk) : IUseCase
{
    public async Task<Result<SurveySaved>> HandleAsync(TakeBankQuestionCommand command, CancellationToken cancellationToken)
    {
        var found = await db.Set<BankQuestion>().AsNoTracking()
            .SingleOrDefaultAsync(b => b.Key == command.BankKey && b.Version == command.BankVersion, cancellationToken);
        return found is null
            ? new BankQuestionNotFound()
            : await desk.ChangeAsync(
                command.Slug, command.Version, "survey.questionFromBank", "",
                (survey, questionnaire) => Change(survey, questionnaire, found),
                cancellationToken);
    }

    private Result<Done> Change(Survey survey, Questionnaire questionnaire, BankQuestion found)
    {
        var asked = survey.Ask(
            questionnaire, AddOnRules.InOrder(questionnaire.Questions.Append(found.Take(FreeKey(found.Key, questionnaire)))), questionnaire.Experience);
        if (asked.IsSuccess)
        {
            db.Set<SurveyPicture>().AddRange(found.Question.Choices.Where(c => c.PictureId is not null).Select(c => new SurveyPicture(survey.Id, c.PictureId!.Value)));
        }

        return asked;
    }

    private static string FreeKey(string wanted, Questionnaire questionnaire) =>
        SurveyQuestionText.Free(wanted, "fraga", questionnaire.Questions.Select(q => q.Key).ToHashSet(StringComparer.Ordinal));
}
