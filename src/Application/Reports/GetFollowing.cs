using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

public sealed record GetFollowingQuery(string Slug);

/// <param name="MayFollow">A resident with a confirmed address; others sign in first.</param>
public sealed record FollowingView(string Slug, string Title, string NameInText, string Committee, Phase Phase, bool MayFollow, bool IsFollowing);

/// <summary>Whether the asker follows a rådslag. <see cref="ConsultationNotFound"/>.</summary>
public sealed class GetFollowingHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<FollowingView>> HandleAsync(GetFollowingQuery query, CancellationToken cancellationToken)
    {
        var me = user.Id ?? Guid.Empty;
        var row = await db.Set<Consultation>().AsNoTracking()
            .Where(c => c.Slug == query.Slug)
            .Select(c => new
            {
                Consultation = c,
                Committee = db.Set<Domain.Organisation.Committee>().Where(k => k.Id == c.CommitteeId).Select(k => k.Name).FirstOrDefault(),
                IsFollowing = db.Set<Following>().Any(f => f.ConsultationId == c.Id && f.ResidentId == me),
            })
            .SingleOrDefaultAsync(cancellationToken);
        var phase = row?.Consultation.PhaseAt(clock.GetUtcNow(), clock.SwedishToday());
        return row is null || !ConsultationAccess.MaySee(user, phase!.Value)
            ? new ConsultationNotFound()
            : new FollowingView(
                row.Consultation.Slug, row.Consultation.Title, row.Consultation.NameInText, row.Committee ?? "", phase.Value,
                ConsultationAccess.MayFollow(user, phase.Value), row.IsFollowing);
    }
}
