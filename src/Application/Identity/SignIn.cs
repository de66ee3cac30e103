using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Identity;

public sealed record SignInCommand(Guid RequestId, string? Code);

/// <param name="DisplayName">Empty when the person has not chosen one yet.</param>
public sealed record SignedIn(Guid ResidentId, string DisplayName);

/// <summary>Exchanges a mailed code for a session. Errors: <see cref="SignInCodeWrong"/>.</summary>
public sealed class SignInHandler(IAppDbContext db, TimeProvider clock) : IUseCase
{
    public async Task<Result<SignedIn>> HandleAsync(SignInCommand command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var code = await db.Set<SignInCode>().SingleOrDefaultAsync(c => c.Id == command.RequestId, cancellationToken);
        if (code is null)
        {
            return new SignInCodeWrong();
        }

        var right = code.Try(command.Code ?? "", now);
        var resident = right ? await db.Set<Resident>().SingleOrDefaultAsync(r => r.Email == code.Email, cancellationToken) : null;
        if (right && resident is null)
        {
            resident = new Resident(code.Email, now);
            db.Set<Resident>().Add(resident);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two tries at the same instant: only one of them counts, and it was not this one.
            return new SignInCodeWrong();
        }

        return resident is null ? new SignInCodeWrong() : new SignedIn(resident.Id, resident.DisplayName);
    }
}
