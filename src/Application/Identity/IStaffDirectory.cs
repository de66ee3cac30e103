using Medborgardialog.Domain.Identity;

namespace Medborgardialog.Application.Identity;

/// <summary>A member of staff as the session needs it.</summary>
public sealed record StaffEntry(Guid Id, string Name, string Title, IReadOnlyList<StaffRole> Roles);

/// <summary>Who works here and as what, at most 60 seconds old.</summary>
public interface IStaffDirectory
{
    /// <summary>Null when there is no such person or they are no longer active.</summary>
    ValueTask<StaffEntry?> FindAsync(Guid staffId, CancellationToken cancellationToken);

    /// <summary>Forgets what was kept of a person whose roles have just changed on this node.</summary>
    void Forget(Guid staffId);
}
