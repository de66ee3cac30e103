using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Sends;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Sends;

public sealed record ListBouncesQuery(string Kind, string Slug, Guid SendId);

/// <summary>One message that did not arrive, or perhaps did not.</summary>
/// <param name="Name">Empty when the addresses are erased, as <paramref name="Address"/>.</param>
/// <param name="Detail">What the receiving side said.</param>
public sealed record BounceShown(string Name, string Address, RecipientState State, string Detail);

/// <param name="Send">Which it is about.</param>
/// <param name="Total">How many there are; at most <see cref="ListBouncesHandler.Most"/> are in <paramref name="Rows"/>.</param>
public sealed record BouncesView(Send Send, IReadOnlyList<BounceShown> Rows, int Total);

/// <summary>Refused and uncertain messages of a send, for an officer who wants to reach the people in another way. Errors: <see cref="SendNotFound"/>.</summary>
public sealed class ListBouncesHandler(IAppDbContext db, SendDesk desk) : IUseCase
{
    public const int Most = 500;

    public async Task<Result<BouncesView>> HandleAsync(ListBouncesQuery query, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(query.Kind, query.Slug, cancellationToken);
        if (!opened.IsSuccess || opened.Value.Sends.FirstOrDefault(s => s.Id == query.SendId) is not { } send)
        {
            return new SendNotFound();
        }

        var troubled = db.Set<SendRecipient>().AsNoTracking()
            .Where(r => r.SendId == send.Id && (r.State == RecipientState.Bounced || (r.State == RecipientState.Claimed && send.State != SendState.Running)));
        var rows = await troubled.OrderBy(r => r.State).ThenBy(r => r.PersonId).Take(Most)
            .Join(db.Set<FramePerson>(), r => r.PersonId, p => p.Id, (r, p) => new { r.State, r.Detail, p.Contact }).ToListAsync(cancellationToken);
        return new BouncesView(
            send,
            [.. rows.Select(r => new BounceShown(r.Contact?.Name ?? "", (send.Channel == SendChannel.Sms ? r.Contact?.Mobile : r.Contact?.Email) ?? "", r.State, r.Detail))],
            await troubled.CountAsync(cancellationToken));
    }
}
