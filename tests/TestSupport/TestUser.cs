using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Identity;

namespace Medborgardialog.TestSupport;

/// <summary>Whoever the test wants to be; a resident with a confirmed e-mail until told otherwise.</summary>
public sealed class TestUser : ICurrentUser
{
    public Guid? Id { get; set; } = Guid.CreateVersion7();

    public string? DisplayName { get; set; } = "Ärla Åkerö";

    public string? Title { get; set; }

    public AssuranceLevel Assurance { get; set; } = AssuranceLevel.Email;

    public HashSet<Role> Roles { get; } = [Role.Resident];

    public HashSet<(Role Role, Guid CommitteeId)> CommitteeRoles { get; } = [];

    public bool IsInRole(Role role) => Roles.Contains(role) || CommitteeRoles.Any(r => r.Role == role);

    public bool IsInRole(Role role, Guid committeeId) => CommitteeRoles.Contains((role, committeeId));
}
