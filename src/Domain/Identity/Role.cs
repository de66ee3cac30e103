namespace Medborgardialog.Domain.Identity;

/// <summary>What a person may be. A committee role is held in one committee; the chair is a committee member with <see cref="CommitteeChair"/> as well.</summary>
public enum Role
{
    Resident = 1,
    Moderator = 2,
    Officer = 3,
    CommitteeSecretary = 4,
    CommitteeMember = 5,
    CommitteeChair = 6,
    Administrator = 7,
}

public static class RoleExtensions
{
    /// <summary>True for roles that are held in one committee.</summary>
    public static bool IsCommittees(this Role role) => role is Role.CommitteeSecretary or Role.CommitteeMember or Role.CommitteeChair;
}
