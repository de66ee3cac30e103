using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Surveys;

/// <param name="Invited">1 or more, or null.</param>
/// <param name="Population">At least <paramref name="Invited"/>, or null.</param>
/// <param name="RowExport">Whether analysts may export one row for each answer after closing.</param>
public sealed record SetSurveyWhoCommand(
    string Slug, uint Version, string Eligibility, AssuranceLevel Minimum, AnswerMode Mode, bool HighProtection, SampleDesign Design,
    int? Invited, int? Population, bool RowExport);

/// <summary>Who is asked, how sure we are of it and how answers are kept. Errors: those of <see cref="SurveyDesk"/>,
/// <see cref="SurveyFrozen"/>, <see cref="DesignNeedsCodes"/>, <see cref="InvitedWrong"/>.</summary>
public sealed class SetSurveyWhoHandler(SurveyDesk desk) : IUseCase
{
    public Task<Result<SurveySaved>> HandleAsync(SetSurveyWhoCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "survey.who", "",
            survey => survey.SetWho(
                command.Eligibility, command.Minimum, command.Mode, command.HighProtection, command.Design, command.Invited, command.Population)
                is { IsSuccess: false } refused ? refused : survey.SetRowExport(command.RowExport),
            cancellationToken);
}
