using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Consultations;

public sealed record SetCommitteeCommand(string Slug, uint Version, Guid CommitteeId, string ContactName, string ContactPhone);

/// <summary>Who decides and who can be asked. Errors: those of <see cref="ConsultationDesk"/>, <see cref="ConsultationFrozen"/>, <see cref="CommitteeUnknown"/>.</summary>
public sealed class SetCommitteeHandler(IAppDbContext db, ConsultationDesk desk) : IUseCase
{
    public async Task<Result<ConsultationSaved>> HandleAsync(SetCommitteeCommand command, CancellationToken cancellationToken)
    {
        var known = await db.Set<Committee>().AnyAsync(c => c.Id == command.CommitteeId, cancellationToken);
        return await desk.ChangeAsync(
            command.Slug, command.Version, "consultation.committee", "",
            consultation => known ? consultation.SetCommittee(command.CommitteeId, command.ContactName, command.ContactPhone) : new CommitteeUnknown(),
            cancellationToken);
    }
}
