using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Surveys;

/// <param name="Breakdowns">At most four (rule R10).</param>
public sealed record DeclareBreakdownsCommand(string Slug, uint Version, IReadOnlyList<BreakdownVariable> Breakdowns);

/// <summary>Declares what results are broken down by; there are no others. Errors: those of <see cref="SurveyDesk"/>, <see cref="SurveyFrozen"/>,
/// <see cref="TooManyVariables"/>, <see cref="BreakdownWrong"/>, <see cref="AddOnUnitUnknown"/>.</summary>
public sealed class DeclareBreakdownsHandler(SurveyDesk desk, ITexts texts) : IUseCase
{
    public Task<Result<SurveySaved>> HandleAsync(DeclareBreakdownsCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(command.Slug, command.Version, "survey.breakdowns", "", (survey, questionnaire) => survey.Declare([.. command.Breakdowns.Select(Filled)], questionnaire), cancellationToken);

    /// <summary>Doors without groups are each a group.</summary>
    private BreakdownVariable Filled(BreakdownVariable variable) =>
        variable is { Source: BreakdownSource.Door, Categories.Count: 0 } ? variable with { Categories = SurveyDoors.Each(texts) } : variable;
}
