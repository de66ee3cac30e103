using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Consultations;

public sealed record ApproveCommand(string Slug, uint Version);

/// <summary>
/// The second person approves what was reviewed: the spelregler are frozen with a public hash and the clock takes over.
/// Errors: those of <see cref="ConsultationDesk"/>, <see cref="WrongPhase"/>, <see cref="ApprovalNeedsSecondPerson"/>, <see cref="ScheduleWrong"/>.
/// </summary>
public sealed class ApproveHandler(IAppDbContext db, ConsultationDesk desk) : IUseCase
{
    public async Task<Result<ConsultationSaved>> HandleAsync(ApproveCommand command, CancellationToken cancellationToken)
    {
        var committee = await db.Set<Committee>()
            .Where(k => db.Set<Consultation>().Any(c => c.Slug == command.Slug && c.CommitteeId == k.Id))
            .Select(k => k.Name)
            .FirstOrDefaultAsync(cancellationToken);
        return await desk.ChangeAsync(
            command.Slug, command.Version, "consultation.approved", "",
            (consultation, questionnaire) => consultation.Approve(desk.OfficerId, questionnaire, committee ?? "", desk.Now),
            cancellationToken);
    }
}
