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

    public void Give(StaffRole role) => Roles = [.. Roles.Append(role).Distinct()];

    public void Take(StaffRole role) => Roles = [.. Roles.Where(r => r != role)];

    public void Deactivate() => IsActive = false;
}
