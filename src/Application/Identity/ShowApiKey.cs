using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Identity;

/// <param name="Secret">As it was sent.</param>
public sealed record ShowApiKeyCommand(string Secret);

public sealed record ApiKeyShown(Guid Id, string Name);

/// <summary>Whose key it is. <see cref="ApiKeyRefused"/> for one that does not exist or has been revoked.</summary>
public sealed class ShowApiKeyHandler(IAppDbContext db, TimeProvider clock) : IUseCase
{
    public async Task<Result<ApiKeyShown>> HandleAsync(ShowApiKeyCommand command, CancellationToken cancellationToken)
    {
        var hash = ApiKey.HashOf(command.Secret);
        var key = await db.Set<ApiKey>().SingleOrDefaultAsync(k => k.Hash == hash, cancellationToken);
        if (key is not { Works: true })
        {
            return new ApiKeyRefused();
        }

        if (key.Use(clock.SwedishToday()))
        {
            await db.SaveChangesAsync(cancellationToken);
        }

        return new ApiKeyShown(key.Id, key.Name);
    }
}
