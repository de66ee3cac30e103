using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Surveys;

/// <param name="Languages">BCP 47 tags beside Swedish; <c>sv-x-latt</c> is easy Swedish.</param>
public sealed record SetSurveyLanguagesCommand(string Slug, uint Version, IReadOnlyList<string> Languages);

/// <summary>The languages beside Swedish. Words already written in one that is taken away stay with the questions, unseen, until it comes back.
/// Errors: those of <see cref="SurveyDesk"/>, <see cref="SurveyFrozen"/>, <see cref="LanguagesWrong"/>.</summary>
public sealed class SetSurveyLanguagesHandler(SurveyDesk desk) : IUseCase
{
    public Task<Result<SurveySaved>> HandleAsync(SetSurveyLanguagesCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(command.Slug, command.Version, "survey.languages", "", survey => survey.SetLanguages(command.Languages), cancellationToken);
}
