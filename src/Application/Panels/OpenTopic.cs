using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

public sealed record OpenTopicCommand(string Slug, string Title, bool IsForIdeas);

/// <summary>Officers and moderators say what the panel talks about. Errors: <see cref="PanelForbidden"/>, <see cref="PanelNotFound"/>, <see cref="TopicTitleWrong"/>.</summary>
public sealed class OpenTopicHandler(IAppDbContext db, PanelDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(OpenTopicCommand command, CancellationToken cancellationToken)
    {
        if (!desk.MayTalk)
        {
            return new PanelForbidden();
        }

        if (await db.Set<Panel>().SingleOrDefaultAsync(p => p.Slug == command.Slug && p.Kind == PanelKind.Youth, cancellationToken) is not { } panel)
        {
            return new PanelNotFound();
        }

        var last = await db.Set<PanelTopic>().Where(t => t.PanelId == panel.Id).MaxAsync(t => (int?)t.Number, cancellationToken) ?? 0;
        var opened = PanelTopic.Open(panel.Id, last + 1, command.Title, command.IsForIdeas, desk.Now);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        db.Set<PanelTopic>().Add(opened.Value);
        desk.Record("panel.topicOpened", panel.Id, opened.Value.Title);
        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }
}
