using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Sends;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

/// <param name="Token">From the link in the mail.</param>
public sealed record GetGuardianQuestionQuery(string? Token);

/// <summary>What a guardian reads before saying yes or no.</summary>
/// <param name="SaidYesOn">The day of the yes, which can be taken back; null before.</param>
public sealed record GuardianQuestion(PanelKind Kind, string Slug, PanelSettings Settings, string Alias, DateOnly? SaidYesOn);

/// <summary><see cref="GuardianLinkGone"/>. Spends nothing.</summary>
public sealed class GetGuardianQuestionHandler(IAppDbContext db) : IUseCase
{
    public async Task<Result<GuardianQuestion>> HandleAsync(GetGuardianQuestionQuery query, CancellationToken cancellationToken)
    {
        if (LinkToken.GuardianHash(query.Token) is not { } hash)
        {
            return new GuardianLinkGone();
        }

        var found = await db.Set<Membership>().AsNoTracking().Where(m => m.GuardianHash == hash)
            .Join(db.Set<Panel>(), m => m.PanelId, p => p.Id, (m, p) => new { m.Alias, m.GuardianSaidYesOn, Panel = p }).SingleOrDefaultAsync(cancellationToken);
        return found is null ? new GuardianLinkGone() : new GuardianQuestion(found.Panel.Kind, found.Panel.Slug, found.Panel.Settings, found.Alias, found.GuardianSaidYesOn);
    }
}
