using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

public sealed record AnswerInTopicCommand(Guid TopicId, string Text, Guid FormKey);

/// <summary>The municipality answers the young, by name and title. Errors: <see cref="PanelForbidden"/>, <see cref="TopicNotFound"/>, <see cref="PanelPostWrong"/>.</summary>
public sealed class AnswerInTopicHandler(IAppDbContext db, PanelDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(AnswerInTopicCommand command, CancellationToken cancellationToken)
    {
        if (!desk.MayTalk)
        {
            return new PanelForbidden();
        }

        if (await db.Set<PanelTopic>().SingleOrDefaultAsync(t => t.Id == command.TopicId, cancellationToken) is not { } topic)
        {
            return new TopicNotFound();
        }

        var written = PanelPost.Answer(topic, desk.OfficerName, command.Text, command.FormKey, desk.Now);
        if (!written.IsSuccess)
        {
            return written.Error;
        }

        if (!await db.Set<PanelPost>().AnyAsync(p => p.FormKey == command.FormKey, cancellationToken))
        {
            db.Set<PanelPost>().Add(written.Value);
            desk.Record("panel.answered", topic.PanelId, topic.Title);
            await db.SaveChangesAsync(cancellationToken);
        }

        return Done.Value;
    }
}
