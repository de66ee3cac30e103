using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Identity;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>Somebody of the demo who uses the application's own handlers, so that the demo is what they make of it.</summary>
/// <param name="CommitteeId">The committee that the roles are held in.</param>
internal sealed record SeedPerson(Guid? Id, string? DisplayName, string? Title, Guid CommitteeId, params Role[] Roles) : ICurrentUser
{
    public AssuranceLevel Assurance => AssuranceLevel.None;

    public bool IsInRole(Role role) => Roles.Contains(role);

    public bool IsInRole(Role role, Guid committeeId) => committeeId == CommitteeId && Roles.Contains(role);
}

/// <summary>It is then, in the demo.</summary>
internal sealed class SeedClock(DateTimeOffset at) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => at;
}

/// <summary>Nobody is mailed about what happened before the demo began.</summary>
internal sealed class SilentOutbox : IOutbox
{
    public void Add<TMessage>(TMessage message)
        where TMessage : class, IOutboxMessage
    {
    }
}
