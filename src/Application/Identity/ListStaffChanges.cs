using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Identity;

public sealed record ListStaffChangesQuery(Guid StaffId);

/// <param name="Action">Key below <c>audit.</c>.</param>
public sealed record StaffChange(string Action, string By, string Reason, DateTimeOffset At);

/// <summary>What administrators have done with a member of staff, latest first. <see cref="StaffNotFound"/> for others.</summary>
public sealed class ListStaffChangesHandler(IAppDbContext db, ICurrentUser user) : IUseCase
{
    private const int Most = 50;

    public async Task<Result<IReadOnlyList<StaffChange>>> HandleAsync(ListStaffChangesQuery query, CancellationToken cancellationToken) =>
        user.IsInRole(Role.Administrator)
            ? await db.Set<AuditEntry>()
                .Where(a => a.SubjectId == query.StaffId)
                .OrderByDescending(a => a.Id)
                .Take(Most)
                .Select(a => new StaffChange(a.Action, a.ActorName, a.Reason, a.At))
                .ToListAsync(cancellationToken)
            : new StaffNotFound();
}
