using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Xunit;

namespace Medborgardialog.Application.Tests;

/// <summary>Roles times phases, written by hand: s see, r read the talk, p post, f follow by mail.</summary>
public class ConsultationAccessTests
{
    private static readonly Guid Own = Guid.CreateVersion7();
    private static readonly Guid Other = Guid.CreateVersion7();

    /// <summary>In the order of the phases: draft, review, scheduled, talk, answer, paused, closed, results, with the committee, late, answered, follow-up, archived, cancelled.</summary>
    public static TheoryData<string, string> Table => new()
    {
        { "anonymous",    "-  -  s  sr   sr   sr  sr  sr  sr  sr  sr  sr  sr  sr" },
        { "unconfirmed",  "-  -  s  sr   sr   sr  sr  sr  sr  sr  sr  sr  sr  sr" },
        { "resident",     "-  -  sf srpf srpf srf srf srf srf srf srf srf srf sr" },
        { "moderator",    "-  -  s  srp  srp  sr  sr  sr  sr  sr  sr  sr  sr  sr" },
        { "officer",      "s  s  s  srp  srp  sr  sr  sr  sr  sr  sr  sr  sr  sr" },
        { "secretary",    "-  -  s  sr   sr   sr  sr  sr  sr  sr  sr  sr  sr  sr" },
        { "member",       "-  -  s  srp  srp  sr  sr  sr  sr  sr  sr  sr  sr  sr" },
        { "chair",        "-  -  s  sr   sr   sr  sr  sr  sr  sr  sr  sr  sr  sr" },
        { "administrator", "-  -  s  sr   sr   sr  sr  sr  sr  sr  sr  sr  sr  sr" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Every_role_may_in_every_phase_exactly_what_the_table_says(string who, string expected)
    {
        var user = Person(who);

        var allowed = Enum.GetValues<Phase>().Select(phase =>
            string.Concat(
                ConsultationAccess.MaySee(user, phase) ? "s" : "",
                ConsultationAccess.MayReadDiscussion(user, phase) ? "r" : "",
                ConsultationAccess.MayPost(user, phase) ? "p" : "",
                ConsultationAccess.MayFollow(user, phase) ? "f" : "") is { Length: > 0 } some ? some : "-");

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), allowed);
    }

    /// <summary>b build, m moderate, o post as an official, c compile, a answer; in one's own committee: e enter, w write, v approve.</summary>
    [Theory]
    [InlineData("anonymous", "")]
    [InlineData("unconfirmed", "")]
    [InlineData("resident", "a")]
    [InlineData("moderator", "mo")]
    [InlineData("officer", "boc")]
    [InlineData("secretary", "ew")]
    [InlineData("member", "oe")]
    [InlineData("chair", "ev")]
    [InlineData("administrator", "")]
    public void What_does_not_depend_on_the_phase(string who, string expected)
    {
        var user = Person(who);

        Assert.Equal(expected, string.Concat(
            ConsultationAccess.MayBuild(user) ? "b" : "",
            ConsultationAccess.MayModerate(user) ? "m" : "",
            ConsultationAccess.MayPostAsOfficial(user) ? "o" : "",
            ConsultationAccess.MayCompileReport(user) ? "c" : "",
            ConsultationAccess.MayAnswer(user, AssuranceLevel.Email) ? "a" : "",
            ConsultationAccess.MayEnterCommitteeRoom(user, Own) ? "e" : "",
            ConsultationAccess.MayWriteAnswer(user, Own) ? "w" : "",
            ConsultationAccess.MayApproveAnswer(user, Own) ? "v" : ""));
        Assert.False(ConsultationAccess.MayEnterCommitteeRoom(user, Other) || ConsultationAccess.MayWriteAnswer(user, Other) || ConsultationAccess.MayApproveAnswer(user, Other));
        Assert.False(ConsultationAccess.MayAnswer(user, AssuranceLevel.Email + 1));
    }

    private static TestUser Person(string who)
    {
        var user = new TestUser();
        user.Roles.Clear();
        switch (who)
        {
            case "anonymous":
                (user.Id, user.Assurance) = (null, AssuranceLevel.None);
                break;
            case "unconfirmed":
                user.Roles.Add(Role.Resident);
                user.Assurance = AssuranceLevel.None;
                break;
            case "resident":
                user.Roles.Add(Role.Resident);
                break;
            case "moderator":
                user.Roles.Add(Role.Moderator);
                break;
            case "officer":
                user.Roles.Add(Role.Officer);
                break;
            case "administrator":
                user.Roles.Add(Role.Administrator);
                break;
            default:
                user.CommitteeRoles.Add((who switch { "secretary" => Role.CommitteeSecretary, "member" => Role.CommitteeMember, _ => Role.CommitteeChair }, Own));
                break;
        }

        return user;
    }
}
