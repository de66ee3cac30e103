using Medborgardialog.Domain.Identity;

namespace Medborgardialog.Application.Common;

/// <summary>Who is asking. Built once per request from the cookie; roles are checked against the store at most 60 seconds old.</summary>
public interface ICurrentUser
{
    /// <summary>The resident's or staff member's id; null for an anonymous visitor.</summary>
    Guid? Id { get; }

    /// <summary>The name others see: the chosen display name of a resident, the full name of staff. Null when anonymous.</summary>
    string? DisplayName { get; }

    /// <summary>Title and employer shown after an official's name, for example "trafikingenjör". Null for residents.</summary>
    string? Title { get; }

    /// <summary>Highest assurance level proved in this session: 0 nothing, 1 confirmed e-mail, 2 letter code, 3 e-ID.</summary>
    AssuranceLevel Assurance { get; }

    bool IsInRole(Role role);

    /// <summary>True when the person holds <paramref name="role"/> in that committee.</summary>
    bool IsInRole(Role role, Guid committeeId);
}

public static class CurrentUserExtensions
{
    public static bool IsStaff(this ICurrentUser user) =>
        user.IsInRole(Role.Moderator) || user.IsInRole(Role.Officer) || user.IsInRole(Role.Administrator)
        || user.IsInRole(Role.CommitteeSecretary) || user.IsInRole(Role.CommitteeMember);

    public static bool IsResident(this ICurrentUser user) => user.Id is not null && user.IsInRole(Role.Resident);
}
