using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

/// <param name="Key">Of the question in the survey.</param>
/// <param name="BankKey">Of the question in the bank. Where the bank has one, this becomes its next version.</param>
public sealed record PutInBankCommand(string Slug, uint Version, string Key, string BankKey);

/// <summary>
/// Puts a question of a survey into the bank, and lets the one in the survey remember it. Nothing is added where the bank's latest
/// version is the same. Errors: those of <see cref="SurveyDesk"/>, <see cref="SurveyFrozen"/>, <see cref="QuestionNotFound"/>, <see cref="BankKeyWrong"/>.
/// </summary>
public sealed class PutInBankHandler(IAppDbContext db, SurveyDesk desk) : IUseCase
{
    private const int MaxKey = 32;

    public async Task<Result<SurveySaved>> HandleAsync(PutInBankCommand command, CancellationToken cancellationToken)
    {
        var key = Slugs.From(command.BankKey);
        var latest = await db.Set<BankQuestion>().Where(b => b.Key == key).OrderByDescending(b => b.Version).FirstOrDefaultAsync(cancellationToken);
        return await desk.ChangeAsync(
            command.Slug, command.Version, "survey.questionToBank", "",
            (survey, questionnaire) => Change(survey, questionnaire, command.Key, key, latest),
            cancellationToken);
    }

    private Result<Done> Change(Survey survey, Questionnaire questionnaire, string key, string bankKey, BankQuestion? latest)
    {
        var questions = questionnaire.Questions.ToList();
        var place = questions.FindIndex(q => q.Key == key);
        if (place < 0)
        {
            return new QuestionNotFound();
        }

        if (bankKey.Length is 0 or > MaxKey)
        {
            return new BankKeyWrong();
        }

        var same = latest?.IsSame(questions[place]) == true;
        var version = same ? latest!.Version : (latest?.Version ?? 0) + 1;
        var put = same ? null : new BankQuestion(bankKey, version, questions[place], desk.OfficerName, desk.Now);
        questions[place] = questions[place] with { BankKey = bankKey, BankVersion = version };
        var asked = survey.Ask(questionnaire, questions, questionnaire.Experience);
        if (asked.IsSuccess && put is not null)
        {
            db.Set<BankQuestion>().Add(put);
        }

        return asked;
    }
}
