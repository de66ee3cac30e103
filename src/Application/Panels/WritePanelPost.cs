using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

/// <param name="FormKey">Random per form: sent twice it is one post.</param>
public sealed record WritePanelPostCommand(string Slug, int Topic, string Text, Guid FormKey);

/// <summary>
/// A member writes; a moderator reads it before others do. Errors: those of <see cref="MemberDesk"/>, <see cref="TopicNotFound"/> and those of
/// <see cref="PanelPost.Write"/>.
/// </summary>
public sealed class WritePanelPostHandler(IAppDbContext db, MemberDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(WritePanelPostCommand command, CancellationToken cancellationToken)
    {
        var found = await desk.MemberAsync(command.Slug, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var (panel, member) = found.Value;
        var topic = await db.Set<PanelTopic>().AsNoTracking().SingleOrDefaultAsync(t => t.PanelId == panel.Id && t.Number == command.Topic, cancellationToken);
        if (topic is null || !panel.IsYouth || panel.State is PanelState.Paused or PanelState.Ended)
        {
            return new TopicNotFound();
        }

        if (await db.Set<PanelPost>().AnyAsync(p => p.FormKey == command.FormKey, cancellationToken))
        {
            return Done.Value;
        }

        var waiting = await db.Set<PanelPost>().CountAsync(p => p.MemberId == member.Id && p.State == PanelPostState.Waiting, cancellationToken);
        var written = PanelPost.Write(topic, member, command.Text, command.FormKey, waiting, desk.Now);
        if (!written.IsSuccess)
        {
            return written.Error;
        }

        db.Set<PanelPost>().Add(written.Value);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The same form, sent twice at the same time: the index lets one in.
        }

        return Done.Value;
    }
}
