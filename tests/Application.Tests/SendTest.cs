using System.Collections.Concurrent;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Frames;
using Medborgardialog.Application.Sends;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Sends;
using Medborgardialog.Infrastructure.Persistence;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Medborgardialog.Application.Tests;

/// <summary>A send run on a real database with a port of delivery that does what the test says.</summary>
public abstract class SendTest : UseCaseTest
{
    protected SendTest() => User.Roles.Add(Role.Officer);

    protected ConcurrentQueue<OutgoingMessage> Delivered { get; } = new();

    internal static SendHours AnyHour => new(Options.Create(new SendOptions { AnyHour = true }));

    /// <summary>One run of the job in a scope of its own, as on another node.</summary>
    internal async Task<SendState> RunAsync(Guid sendId, Func<OutgoingMessage, Task<Delivery>>? deliver = null, Func<ISendLedger, ISendLedger>? ledger = null, SendHours? hours = null)
    {
        await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var services = scope.ServiceProvider;
        var used = (ledger ?? (l => l))(services.GetRequiredService<ISendLedger>());
        var run = new MessageRun(used, new Port(deliver ?? KeepAsync), services.GetRequiredService<SendWriting>(), services.GetRequiredService<ITaskProgress>());
        var handler = new RunSendHandler(
            services.GetRequiredService<AppDbContext>(), services.GetRequiredService<IDialogueAddresses>(), used, run,
            services.GetRequiredService<PrintLettersHandler>(), hours ?? AnyHour);
        return (await handler.HandleAsync(new RunSendCommand(sendId), CancellationToken)).Value!.State;
    }

    protected Task<Delivery> KeepAsync(OutgoingMessage message)
    {
        Delivered.Enqueue(message);
        return Task.FromResult(new Delivery(DeliveryOutcome.HandedOver));
    }

    protected async Task<int> CountAsync(Guid sendId, RecipientState state) =>
        await Db.Set<SendRecipient>().CountAsync(r => r.SendId == sendId && r.State == state, CancellationToken);

    protected Task<Send> ReadAsync(Guid sendId) => Db.Set<Send>().AsNoTracking().SingleAsync(s => s.Id == sendId, CancellationToken);

    private sealed class Port(Func<OutgoingMessage, Task<Delivery>> deliver) : IMessageDelivery
    {
        public Task<Delivery> DeliverAsync(OutgoingMessage message, CancellationToken cancellationToken) => deliver(message);
    }
}

/// <summary>The real ledger with a clock that is wrong.</summary>
internal sealed class ShiftedLedger(ISendLedger ledger, Func<DateTimeOffset, DateTimeOffset> shift) : ISendLedger
{
    public async Task<DateTimeOffset> NowAsync(CancellationToken cancellationToken) => shift(await ledger.NowAsync(cancellationToken));

    public Task<ClaimTurn> ClaimAsync(Claim claim, CancellationToken cancellationToken) => ledger.ClaimAsync(claim, cancellationToken);

    public Task<IReadOnlySet<Guid>> ClaimAllAsync(Guid sendId, Guid dialogueId, SendKind kind, CancellationToken cancellationToken) =>
        ledger.ClaimAllAsync(sendId, dialogueId, kind, cancellationToken);

    public Task EndAsync(Guid sendId, Guid personId, RecipientState state, string detail, CancellationToken cancellationToken) =>
        ledger.EndAsync(sendId, personId, state, detail, cancellationToken);

    public Task EndAllAsync(Guid sendId, CancellationToken cancellationToken) => ledger.EndAllAsync(sendId, cancellationToken);

    public Task ReleaseAsync(Guid sendId, Guid? personId, CancellationToken cancellationToken) => ledger.ReleaseAsync(sendId, personId, cancellationToken);

    public Task<SendAudience> CountAsync(Guid dialogueId, SendKind kind, SendChannel channel, CancellationToken cancellationToken) =>
        ledger.CountAsync(dialogueId, kind, channel, cancellationToken);

    public Task<(Domain.Frames.FrameContact Contact, string Language)?> ExampleAsync(Guid dialogueId, SendKind kind, SendChannel channel, CancellationToken cancellationToken) =>
        ledger.ExampleAsync(dialogueId, kind, channel, cancellationToken);
}
