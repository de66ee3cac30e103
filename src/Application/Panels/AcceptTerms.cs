using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;

namespace Medborgardialog.Application.Panels;

/// <param name="ConsentVersion">Of the terms that stood on the page.</param>
public sealed record AcceptTermsCommand(string Slug, int ConsentVersion);

/// <summary>The terms have been changed since the member accepted them. Errors: those of <see cref="MemberDesk"/>, <see cref="ConsentChanged"/>.</summary>
public sealed class AcceptTermsHandler(IAppDbContext db, MemberDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(AcceptTermsCommand command, CancellationToken cancellationToken)
    {
        var found = await desk.MemberAsync(command.Slug, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var accepted = found.Value.Member.Consent(found.Value.Panel, command.ConsentVersion, desk.Today);
        if (accepted.IsSuccess)
        {
            await db.SaveChangesAsync(cancellationToken);
        }

        return accepted;
    }
}
