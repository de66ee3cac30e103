using Medborgardialog.Application.Common;
using Medborgardialog.Application.Frames;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Sends;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Sends;

public sealed record ListSendsQuery(string Kind, string Slug);

/// <summary>A send with what became of its messages.</summary>
/// <param name="Uncertain">Claimed and not known to have been handed over, by a send that is not at work now.</param>
/// <param name="Task">How far it has come; null before it has begun.</param>
public sealed record SendShown(Send Send, int Sent, int Bounced, int Skipped, int Uncertain, LongTask? Task, bool IsBusy);

/// <param name="Sends">Latest first.</param>
/// <param name="Kinds">Those that may be planned, each with the first instant of its earliest day; empty when nothing can.</param>
/// <param name="HasSms">The installation sends text messages.</param>
public sealed record SendsView(
    DialogueAddress Dialogue, Frame? Frame, IReadOnlyList<SendShown> Sends, IReadOnlyList<(SendKind Kind, DateTimeOffset Earliest)> Kinds, bool HasSms, bool IsYouth)
{
    public string Path => $"/arbetsyta/{Dialogue.Kind}/{Dialogue.Slug}/utskick";

    public bool IsBusy => Sends.Any(s => s.IsBusy);
}

/// <summary>The sends of a dialogue. <see cref="SendNotFound"/> for all who are no officers.</summary>
public sealed class ListSendsHandler(IAppDbContext db, SendDesk desk, ISmsGateway sms, TimeProvider clock) : IUseCase
{
    public async Task<Result<SendsView>> HandleAsync(ListSendsQuery query, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(query.Kind, query.Slug, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        var (dialogue, frame, sends) = opened.Value;
        var counts = await db.Set<SendRecipient>().Where(r => r.DialogueId == dialogue.DialogueId)
            .GroupBy(r => new { r.SendId, r.State }).Select(g => new { g.Key.SendId, g.Key.State, Count = g.Count() }).ToListAsync(cancellationToken);
        var taskIds = sends.Where(s => s.TaskId is not null).Select(s => s.TaskId!.Value).ToList();
        var tasks = await db.Set<LongTask>().AsNoTracking().Where(t => taskIds.Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancellationToken);
        var now = clock.GetUtcNow();
        return new SendsView(
            dialogue, frame,
            [.. sends.Reverse().Select(s =>
            {
                int Count(RecipientState state) => counts.Where(c => c.SendId == s.Id && c.State == state).Sum(c => c.Count);
                var task = s.TaskId is { } id ? tasks.GetValueOrDefault(id) : null;
                var isBusy = s.State == SendState.Running && task?.IsUnderWay(now) == true;
                return new SendShown(
                    s, Count(RecipientState.Sent), Count(RecipientState.Bounced), Count(RecipientState.Skipped),
                    isBusy ? 0 : Count(RecipientState.Claimed), task, isBusy);
            })],
            Possible(opened.Value, now), sms.IsOn, frame?.Oldest <= SendHours.YouthUpTo);
    }

    private static List<(SendKind Kind, DateTimeOffset Earliest)> Possible(SendCase found, DateTimeOffset now) =>
        found.Frame is not { AddressesForgottenAt: null } || found.Dialogue.OpensAt is null || now >= found.Dialogue.ClosesAt ? []
        : [.. Enum.GetValues<SendKind>()
            .Where(k => !found.Sends.Any(s => s.Kind == k && s.State != SendState.Stopped))
            .Select(k => (Kind: k, Earliest: k == SendKind.Invitation ? found.Dialogue.OpensAt : SendRules.Earliest(found.Rules, k)))
            .Where(k => k.Earliest is not null && k.Earliest < found.Dialogue.ClosesAt).Select(k => (k.Kind, k.Earliest!.Value))];
}
