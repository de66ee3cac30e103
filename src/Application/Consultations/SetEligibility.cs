using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Identity;

namespace Medborgardialog.Application.Consultations;

public sealed record SetEligibilityCommand(string Slug, uint Version, string Eligibility, int? EligibleCount, AssuranceLevel Minimum, AnswerMode Mode, bool HighProtection);

/// <summary>Who may answer, how sure we are of it, and how the answers are kept. Errors: those of <see cref="ConsultationDesk"/>, <see cref="ConsultationFrozen"/>.</summary>
public sealed class SetEligibilityHandler(ConsultationDesk desk) : IUseCase
{
    public Task<Result<ConsultationSaved>> HandleAsync(SetEligibilityCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "consultation.eligibility", "",
            consultation => consultation.SetEligibility(
                command.Eligibility, command.EligibleCount, command.Minimum, command.Mode, command.HighProtection),
            cancellationToken);
}
