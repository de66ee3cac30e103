using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Surveys;

/// <param name="Key">Key of the question, or empty for a new one, which comes last.</param>
/// <param name="Files">New pictures as they came, by the line of their choice from 0; null for none.</param>
public sealed record WriteSurveyQuestionCommand(
    string Slug, uint Version, string Key, SurveyQuestionText Question, IReadOnlyDictionary<int, byte[]>? Files = null);

/// <summary>
/// Adds or changes one question; one that some units ask goes after the core. One made headline takes that from the one before. Errors: those of <see cref="SurveyDesk"/>,
/// <see cref="SurveyFrozen"/>, <see cref="QuestionNotFound"/>, <see cref="ChoiceAskedFor"/>, <see cref="QuestionAskedFor"/>,
/// <see cref="ChoicePictureMissing"/>, those of <see cref="IPictureEncoder"/> and <see cref="QuestionRules"/>.
/// </summary>
public sealed class WriteSurveyQuestionHandler(IAppDbContext db, SurveyDesk desk, IPictureEncoder encoder) : IUseCase
{
    public Task<Result<SurveySaved>> HandleAsync(WriteSurveyQuestionCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "survey.question", "",
            (survey, questionnaire) => Change(survey, questionnaire, command),
            cancellationToken);

    private Result<Done> Change(Survey survey, Questionnaire questionnaire, WriteSurveyQuestionCommand command)
    {
        var questions = questionnaire.Questions.ToList();
        var place = questions.FindIndex(q => q.Key == command.Key);
        if (place < 0 && command.Key.Length > 0)
        {
            return new QuestionNotFound();
        }

        var taken = questions.Select(q => q.Key).ToHashSet(StringComparer.Ordinal);
        var (lines, pictures) = (command.Question.Choices.ToList(), new List<Picture>());
        foreach (var (line, file) in (command.Files ?? new Dictionary<int, byte[]>()).Where(f => f.Key >= 0 && f.Key < lines.Count))
        {
            var encoded = encoder.Encode(file);
            if (!encoded.IsSuccess)
            {
                return encoded.Error;
            }

            pictures.Add(encoded.Value);
            lines[line] = lines[line] with { PictureId = encoded.Value.Id };
        }

        var written = (command.Question with { Choices = lines }).With(
            place < 0 ? SurveyQuestionText.Free("fraga", "fraga", taken) : command.Key, place < 0 ? null : questions[place]);
        if (written.Kind == QuestionKind.Image && written.Choices.FirstOrDefault(c => c.PictureId is null && !c.OutsideBase) is { } bare)
        {
            return new ChoicePictureMissing(bare.Label);
        }

        if (written.Headline)
        {
            questions = questions.ConvertAll(q => q with { Headline = false });
        }

        if (place < 0)
        {
            questions.Add(written);
        }
        else
        {
            questions[place] = written;
        }

        questions = [.. AddOnRules.InOrder(questions)];
        if (QuestionLogic.Lost(questionnaire.Questions, questions, questionnaire.Experience) is { } lost)
        {
            return lost;
        }

        var asked = survey.Ask(questionnaire, questions, questionnaire.Experience);
        if (asked.IsSuccess)
        {
            db.Set<Picture>().AddRange(pictures);
            db.Set<SurveyPicture>().AddRange(pictures.Select(p => new SurveyPicture(survey.Id, p.Id)));
        }

        return asked;
    }
}
