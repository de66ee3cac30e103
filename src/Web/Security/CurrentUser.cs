using System.Security.Claims;
using Medborgardialog.Domain.Identity;

namespace Medborgardialog.Web.Security;

internal sealed class CurrentUser(IHttpContextAccessor accessor) : ICurrentUser
{
    private ClaimsPrincipal Principal => accessor.HttpContext?.User ?? new ClaimsPrincipal();

    public Guid? Id => Session.Id(Principal);

    public string? DisplayName => Principal.Identity?.Name;

    public string? Title => Session.Title(Principal);

    public AssuranceLevel Assurance => Session.Level(Principal);

    public bool IsInRole(Role role) => Principal.IsInRole(role.ToString());

    public bool IsInRole(Role role, Guid committeeId) => Session.HasCommittee(Principal, role, committeeId);
}
