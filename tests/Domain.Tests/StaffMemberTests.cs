using Medborgardialog.Domain.Identity;
using Xunit;

namespace Medborgardialog.Domain.Tests;

public class StaffMemberTests
{
    private static readonly Guid Committee = Guid.CreateVersion7();

    [Fact]
    public void A_chair_is_a_member_and_both_go_with_the_membership()
    {
        var staff = New();

        Assert.True(staff.Give(new StaffRole(Role.CommitteeChair, Committee)).IsSuccess);
        Assert.True(staff.Has(Role.CommitteeMember));

        Assert.True(staff.Take(new StaffRole(Role.CommitteeMember, Committee)).IsSuccess);
        Assert.Empty(staff.Roles);
    }

    [Fact]
    public void Roles_belong_to_a_committee_exactly_where_they_should()
    {
        Assert.IsType<RoleWrong>(New().Give(new StaffRole(Role.CommitteeSecretary)).Error);
        Assert.IsType<RoleWrong>(New().Give(new StaffRole(Role.Officer, Committee)).Error);
        Assert.IsType<RoleWrong>(New().Give(new StaffRole(Role.Resident)).Error);
        Assert.IsType<RoleWrong>(New().Give(new StaffRole((Role)99)).Error);
    }

    [Fact]
    public void What_is_held_is_not_given_and_what_is_not_held_is_not_taken()
    {
        var staff = New();
        staff.Give(new StaffRole(Role.Officer));

        Assert.IsType<RoleAlreadyHeld>(staff.Give(new StaffRole(Role.Officer)).Error);
        Assert.IsType<RoleNotHeld>(staff.Take(new StaffRole(Role.Moderator)).Error);
    }

    private static StaffMember New() => new(Guid.CreateVersion7(), "Åsa Provquist", "handläggare", "asa@exempelby.example", []);
}
