using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Identity;

/// <summary>A role, in one committee where the role is a committee's.</summary>
public sealed record StaffRole(Role Role, Guid? CommitteeId = null);

/// <summary>An employee or elected representative. Signs in with the municipality's account; what they may do is decided here.</summary>
public sealed class StaffMember : Entity
{
    private StaffMember()
    {
    }

    /// <param name="objectId">The account's object id (<c>oid</c>) at the identity provider.</param>
    /// <param name="title">Shown after the name, for example "kommunikatör".</param>
    public StaffMember(Guid objectId, string name, string title, string email, IEnumerable<StaffRole> roles)
    {
        ObjectId = objectId;
        Name = name;
        Title = title;
        Email = email;
        Roles = [.. roles.Distinct()];
        IsActive = true;
    }

    public Guid ObjectId { get; private set; }

    public string Name { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Email { get; private set; } = "";

    public IReadOnlyList<StaffRole> Roles { get; private set; } = [];

    public bool IsActive { get; private set; }

    public bool Has(Role role) => Roles.Any(r => r.Role == role);

    /// <summary>
    /// Gives a role. Committee roles belong to a committee, others to none (<see cref="RoleWrong"/>); a chair becomes a member as well.
    /// <see cref="RoleAlreadyHeld"/> when there is nothing to give.
    /// </summary>
    public Result<Done> Give(StaffRole role)
    {
        if (role.Role == Role.Resident || !Enum.IsDefined(role.Role) || role.Role.IsCommittees() != role.CommitteeId is not null)
        {
            return new RoleWrong();
        }

        if (Roles.Contains(role))
        {
            return new RoleAlreadyHeld();
        }

        StaffRole[] given = role.Role == Role.CommitteeChair ? [role, role with { Role = Role.CommitteeMember }] : [role];
        Roles = [.. Roles.Concat(given).Distinct()];
        return Done.Value;
    }

    /// <summary>Takes a role away; with membership of a committee its chair goes too. <see cref="RoleNotHeld"/> when there is nothing to take.</summary>
    public Result<Done> Take(StaffRole role)
    {
        if (!Roles.Contains(role))
        {
            return new RoleNotHeld();
        }

        var alsoChair = role.Role == Role.CommitteeMember ? role with { Role = Role.CommitteeChair } : role;
        Roles = [.. Roles.Where(r => r != role && r != alsoChair)];
        return Done.Value;
    }

    public void Deactivate() => IsActive = false;
}
