using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

public sealed record SetSurveyCommitteeCommand(string Slug, uint Version, Guid CommitteeId, string ContactName, string ContactPhone);

/// <summary>Who has to answer and who can be asked. Errors: those of <see cref="SurveyDesk"/>, <see cref="SurveyFrozen"/>, <see cref="CommitteeUnknown"/>.</summary>
public sealed class SetSurveyCommitteeHandler(IAppDbContext db, SurveyDesk desk) : IUseCase
{
    public async Task<Result<SurveySaved>> HandleAsync(SetSurveyCommitteeCommand command, CancellationToken cancellationToken)
    {
        var known = await db.Set<Committee>().AnyAsync(c => c.Id == command.CommitteeId, cancellationToken);
        return await desk.ChangeAsync(
            command.Slug, command.Version, "survey.committee", "",
            survey => known ? survey.SetCommittee(command.CommitteeId, command.ContactName, command.ContactPhone) : new CommitteeUnknown(),
            cancellationToken);
    }
}
