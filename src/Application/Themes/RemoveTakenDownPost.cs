using Medborgardialog.Application.Common;
using Medborgardialog.Application.Discussions;
using Medborgardialog.Domain.Themes;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Themes;

/// <summary>A hidden post is nobody's evidence: its copies, what was said of them and the quotes from them go at once.</summary>
public sealed class RemoveTakenDownPost(IAppDbContext db, TimeProvider clock) : IOutboxHandler<PostTakenDown>
{
    public async Task HandleAsync(PostTakenDown message, CancellationToken cancellationToken)
    {
        var copies = await db.Set<CodingInput>().Where(i => i.SourceId == message.PostId).ToListAsync(cancellationToken);
        var ids = copies.ConvertAll(c => c.SetId);
        foreach (var set in await db.Set<CodingSet>().Where(s => ids.Contains(s.Id)).ToListAsync(cancellationToken))
        {
            set.MarkChanged(clock.GetUtcNow());
        }

        db.Set<CodingInput>().RemoveRange(copies);
        await db.SaveChangesAsync(cancellationToken);
    }
}
