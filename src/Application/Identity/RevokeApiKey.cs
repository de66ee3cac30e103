using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Identity;

public sealed record RevokeApiKeyCommand(Guid Id);

/// <summary>Ends a key, from the next request on. Safe to repeat. <see cref="ApiKeyNotFound"/> also for those who are no administrators.</summary>
public sealed class RevokeApiKeyHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(RevokeApiKeyCommand command, CancellationToken cancellationToken)
    {
        var key = await db.Set<ApiKey>().SingleOrDefaultAsync(k => k.Id == command.Id, cancellationToken);
        if (key is null || !user.IsInRole(Role.Administrator))
        {
            return new ApiKeyNotFound();
        }

        if (key.Works)
        {
            key.Revoke(clock.GetUtcNow());
            db.Set<AuditEntry>().Add(new AuditEntry(user.Id, user.DisplayName ?? "", "apiKey.revoked", key.Id, key.Name, clock.GetUtcNow()));
            await db.SaveChangesAsync(cancellationToken);
        }

        return Done.Value;
    }
}
