using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;

namespace Medborgardialog.Application.Identity;

public sealed record CreateApiKeyCommand(string Name);

/// <param name="Secret">The key itself, which is told now and never again.</param>
public sealed record ApiKeyCreated(Guid Id, string Name, string Secret);

/// <summary>Makes a key for another system. Errors: <see cref="ApiKeyNotFound"/> for those who are no administrators, <see cref="ApiKeyNameMissing"/>.</summary>
public sealed class CreateApiKeyHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<ApiKeyCreated>> HandleAsync(CreateApiKeyCommand command, CancellationToken cancellationToken)
    {
        if (!user.IsInRole(Role.Administrator))
        {
            return new ApiKeyNotFound();
        }

        var made = ApiKey.Make(command.Name, user.DisplayName ?? "", clock.GetUtcNow());
        if (!made.IsSuccess)
        {
            return made.Error;
        }

        var (key, secret) = made.Value;
        db.Set<ApiKey>().Add(key);
        db.Set<AuditEntry>().Add(new AuditEntry(user.Id, user.DisplayName ?? "", "apiKey.created", key.Id, key.Name, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return new ApiKeyCreated(key.Id, key.Name, secret);
    }
}
