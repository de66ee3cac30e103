using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;

namespace Medborgardialog.Application.Panels;

/// <param name="ConsentVersion">Of the terms that stood on the page.</param>
public sealed record RenewMembershipCommand(string Slug, int ConsentVersion);

/// <summary>The member stays for another term and accepts the terms that hold now. Errors: those of <see cref="MemberDesk"/>, <see cref="ConsentChanged"/>, <see cref="TooOld"/>.</summary>
public sealed class RenewMembershipHandler(IAppDbContext db, MemberDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(RenewMembershipCommand command, CancellationToken cancellationToken)
    {
        var found = await desk.MemberAsync(command.Slug, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var (panel, member) = found.Value;
        var accepted = member.Consent(panel, command.ConsentVersion, desk.Today);
        var renewed = accepted.IsSuccess ? member.Renew(panel, desk.Today) : accepted;
        if (renewed.IsSuccess)
        {
            await db.SaveChangesAsync(cancellationToken);
        }

        return renewed;
    }
}
