using System.Text.Json;
using Medborgardialog.Application.Common;

namespace Medborgardialog.Infrastructure.Persistence;

internal sealed class Outbox(AppDbContext db, TimeProvider clock) : IOutbox
{
    public void Add<TMessage>(TMessage message)
        where TMessage : class, IOutboxMessage
    {
        var now = clock.GetUtcNow();
        db.Outbox.Add(new OutboxRow
        {
            Kind = typeof(TMessage).FullName!,
            Body = JsonSerializer.Serialize(message),
            CreatedAt = now,
            NextTryAt = now,
        });
    }
}
