using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

public sealed record ListCommitteeRoomsQuery;

public sealed record CommitteeRoomRow(string Slug, string Name);

/// <summary>The rooms that the asker may enter, by name.</summary>
public sealed class ListCommitteeRoomsHandler(IAppDbContext db, ICurrentUser user) : IUseCase
{
    public async Task<Result<IReadOnlyList<CommitteeRoomRow>>> HandleAsync(ListCommitteeRoomsQuery query, CancellationToken cancellationToken)
    {
        _ = query;
        var committees = await db.Set<Committee>().AsNoTracking().OrderBy(c => c.Name).ToListAsync(cancellationToken);
        return (CommitteeRoomRow[])
            [.. committees.Where(c => ConsultationAccess.MayEnterCommitteeRoom(user, c.Id)).Select(c => new CommitteeRoomRow(c.Slug, c.Name))];
    }
}
