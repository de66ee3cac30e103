using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Surveys;

public sealed record RestoreWordingCommand(string Slug, uint Version, string Key);

/// <summary>
/// Gives a question the words of the edition before, so that the two can be compared (N1). Errors: those of <see cref="SurveyDesk"/>,
/// <see cref="SurveyFrozen"/>, <see cref="QuestionNotFound"/>, <see cref="NothingToRestore"/>, <see cref="ChoiceAskedFor"/>, those of <see cref="QuestionRules"/>.
/// </summary>
public sealed class RestoreWordingHandler(GetSurveyBuilderHandler builder, SurveyDesk desk) : IUseCase
{
    public async Task<Result<SurveySaved>> HandleAsync(RestoreWordingCommand command, CancellationToken cancellationToken)
    {
        var view = await builder.HandleAsync(new GetSurveyBuilderQuery(command.Slug), cancellationToken);
        if (!view.IsSuccess)
        {
            return view.Error;
        }

        return await desk.ChangeAsync(
            command.Slug, command.Version, "survey.wordingRestored", "",
            (survey, questionnaire) => Change(survey, questionnaire, command.Key, view.Value.Earlier),
            cancellationToken);
    }

    private static Result<Done> Change(Survey survey, Questionnaire questionnaire, string key, IReadOnlyDictionary<string, EarlierWording> earlier)
    {
        var questions = questionnaire.Questions.ToList();
        var place = questions.FindIndex(q => q.Key == key);
        if (place < 0)
        {
            return new QuestionNotFound();
        }

        if (questions[place].Indicator is not { } indicator || !earlier.TryGetValue(indicator, out var wording))
        {
            return new NothingToRestore();
        }

        questions[place] = wording.Question is { } then
            ? questions[place] with
            {
                Text = then.Text, Hint = then.Hint, Kind = then.Kind, Choices = then.Choices, Items = then.Items, MaxChoices = then.MaxChoices,
                Languages = then.Languages, BreakNote = null,
            }
            : questions[place] with { Text = wording.Text, BreakNote = null };
        return QuestionLogic.Lost(questionnaire.Questions, questions, questionnaire.Experience) is { } lost
            ? (Result<Done>)lost
            : survey.Ask(questionnaire, questions, questionnaire.Experience);
    }
}
