using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

public sealed record ListModeratorsQuery;

/// <summary>Who an officer can appoint. Error: <see cref="ConsultationForbidden"/>.</summary>
public sealed class ListModeratorsHandler(IModeratorDirectory directory, ICurrentUser user) : IUseCase
{
    public async Task<Result<IReadOnlyList<ModeratorChoice>>> HandleAsync(ListModeratorsQuery query, CancellationToken cancellationToken) =>
        ConsultationAccess.MayBuild(user)
            ? (await directory.ListAsync(cancellationToken)).ToList()
            : new ConsultationForbidden();
}
