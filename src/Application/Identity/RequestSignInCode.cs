using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Identity;

public sealed record RequestSignInCodeCommand(string? Email);

/// <param name="RequestId">For the asking browser alone; without it the code opens nothing.</param>
/// <param name="Email">The address as it will be used.</param>
public sealed record SignInCodeRequested(Guid RequestId, string Email);

/// <summary>
/// Sends a code by mail. The answer is the same whether the address is known or not, and whether a mail was sent or the
/// address has had its share (one a minute, five a day; trust T04, T05). Errors: <see cref="EmailWrong"/>.
/// </summary>
public sealed class RequestSignInCodeHandler(IAppDbContext db, IOutbox outbox, ITexts texts, TimeProvider clock) : IUseCase
{
    private const int MostADay = 5;

    public async Task<Result<SignInCodeRequested>> HandleAsync(RequestSignInCodeCommand command, CancellationToken cancellationToken)
    {
        if (EmailAddress.Normalise(command.Email) is not { } email)
        {
            return new EmailWrong();
        }

        var now = clock.GetUtcNow();
        var since = now.AddDays(-1);
        var earlier = await db.Set<SignInCode>()
            .Where(c => c.Email == email && c.CreatedAt > since && !c.IsUsed)
            .Select(c => c.CreatedAt)
            .ToListAsync(cancellationToken);
        var (stored, code) = SignInCode.New(email, now);
        if (earlier.Count < MostADay && earlier.TrueForAll(at => now - at >= TimeSpan.FromSeconds(60)))
        {
            db.Set<SignInCode>().Add(stored);
            outbox.Add(new SendMail(email, texts["mail.code.subject", code], texts["mail.code.text", code], $"code/{stored.Id:N}", stored.ExpiresAt));
            await db.SaveChangesAsync(cancellationToken);
        }

        return new SignInCodeRequested(stored.Id, email);
    }
}
