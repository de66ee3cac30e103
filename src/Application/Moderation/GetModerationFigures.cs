using Medborgardialog.Application.Common;
using Medborgardialog.Application.Discussions;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Moderation;

public sealed record GetModerationFiguresQuery(string Slug);

/// <summary>The public log: how often each rule was used. Never text or author (trust T44).</summary>
public sealed record ModerationFigures(int Hidden, int Restored, IReadOnlyDictionary<HouseRule, int> ByRule);

/// <summary>Two statements. Errors: those of <see cref="TalkDesk"/>.</summary>
public sealed class GetModerationFiguresHandler(IAppDbContext db, TalkDesk desk) : IUseCase
{
    public async Task<Result<ModerationFigures>> HandleAsync(GetModerationFiguresQuery query, CancellationToken cancellationToken)
    {
        var place = await desk.FindAsync(query.Slug, threadNumber: null, cancellationToken);
        if (!place.IsSuccess)
        {
            return place.Error;
        }

        var id = place.Value.Consultation.Id;
        var rows = await db.Set<Post>()
            .Where(p => p.ConsultationId == id && (p.State == PostState.Hidden || p.IsRestored))
            .GroupBy(p => p.HiddenRule)
            .Select(g => new { Rule = g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        var byRule = rows.Where(r => r.Rule is not null).ToDictionary(r => r.Rule!.Value, r => r.Count);
        return new ModerationFigures(byRule.Values.Sum(), rows.Where(r => r.Rule is null).Sum(r => r.Count), byRule);
    }
}
