using Medborgardialog.Application.Common;
using Medborgardialog.Application.Sends;
using Medborgardialog.Domain.Sends;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Application.Tests;

/// <summary>Nobody gets a message twice, or after answering, whatever is killed and whatever the clocks say.</summary>
public class SendOnceTests : SendTest
{
    [Fact]
    public async Task Two_hundred_kills_give_nobody_a_message_twice_or_after_answering()
    {
        const int people = 500, mostKills = 200;
        var consultation = await Data.ConsultationAsync();
        var ids = await Data.ReachableAsync(consultation, people);
        var send = await Data.RunningAsync(consultation);
        var random = new Random(20_260_302);
        var (kills, answered) = (0, new HashSet<string>(StringComparer.Ordinal));
        var afterAnswer = new List<string>();

        for (var run = 0; await ReadAsync(send.Id) is { State: SendState.Running }; run++)
        {
            try
            {
                await RunAsync(send.Id, async message =>
                {
                    afterAnswer.AddRange(answered.Where(a => a == message.To));
                    var chance = kills < mostKills ? random.Next(10) : 9;
                    Kill(chance is 0 or 1);
                    var delivered = await KeepAsync(message);

                    // Somebody answers while the send is at work; perhaps the one whose turn is next.
                    var other = random.Next(people);
                    await Data.TakePartAsync(consultation.Id, ids[other]);
                    answered.Add($"p{other}@exempelby.example");
                    Kill(chance is 2 or 3);
                    return delivered;
                });
            }
            catch (KilledException)
            {
                kills++;
            }
        }

        var to = Delivered.Select(m => m.To).ToList();
        Assert.Equal(to.Distinct(StringComparer.Ordinal).Count(), to.Count);
        Assert.Empty(afterAnswer);
        Assert.InRange(kills, 50, mostKills);
        Assert.Equal(kills, await CountAsync(send.Id, RecipientState.Claimed));
        Assert.Equal(people, await Db.Set<SendRecipient>().CountAsync(r => r.SendId == send.Id, CancellationToken));
        Assert.True(await CountAsync(send.Id, RecipientState.Skipped) > 0);

        static void Kill(bool now)
        {
            if (now)
            {
                throw new KilledException();
            }
        }
    }

    [Fact]
    public async Task Four_runs_at_once_that_are_killed_and_run_again_share_the_people_and_never_one_of_them()
    {
        const int people = 400;
        var consultation = await Data.ConsultationAsync();
        await Data.ReachableAsync(consultation, people);
        var send = await Data.RunningAsync(consultation);
        var (kills, turns) = (0, 0);

        for (var round = 0; await ReadAsync(send.Id) is { State: SendState.Running } && round < 1_000; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
            {
                try
                {
                    await RunAsync(send.Id, async message =>
                    {
                        var turn = Interlocked.Increment(ref turns);
                        if (turn % 4 == 0 && Interlocked.Increment(ref kills) <= 200)
                        {
                            throw new KilledException();
                        }

                        var delivered = await KeepAsync(message);
                        return turn % 7 == 0 && Interlocked.Increment(ref kills) <= 200 ? throw new KilledException() : delivered;
                    });
                }
                catch (KilledException)
                {
                    // Hangfire runs it again.
                }
            }));
        }

        var to = Delivered.Select(m => m.To).ToList();
        Assert.Equal(SendState.Done, (await ReadAsync(send.Id)).State);
        Assert.Equal(to.Distinct(StringComparer.Ordinal).Count(), to.Count);
        Assert.Equal(people, await Db.Set<SendRecipient>().CountAsync(r => r.SendId == send.Id, CancellationToken));
        Assert.Equal(people, await CountAsync(send.Id, RecipientState.Sent) + await CountAsync(send.Id, RecipientState.Claimed));
        Assert.True(await CountAsync(send.Id, RecipientState.Claimed) > 50);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task A_clock_that_is_moved_an_hour_sends_nothing_twice(int hours)
    {
        var consultation = await Data.ConsultationAsync();
        await Data.ReachableAsync(consultation, 6);
        var planned = (await PlanAsync(consultation.Slug)).Value!;
        Assert.Equal(1, await StartAsync(TimeSpan.Zero));
        var turn = 0;
        await Assert.ThrowsAsync<KilledException>(() => RunAsync(planned.SendId, m => ++turn == 4 ? throw new KilledException() : KeepAsync(m)));

        for (var i = 0; i < 3; i++)
        {
            await StartAsync(TimeSpan.FromHours(hours * i));
            await RunAsync(planned.SendId, ledger: l => new ShiftedLedger(l, now => now.AddHours(hours * (i % 2))));
        }

        await StartAsync(TimeSpan.Zero);
        await RunAsync(planned.SendId);
        await StartAsync(TimeSpan.FromHours(hours));
        await RunAsync(planned.SendId);
        Assert.Equal(5, Delivered.Count);
        Assert.Equal(5, Delivered.Select(m => m.To).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(1, await CountAsync(planned.SendId, RecipientState.Claimed));
    }

    [Fact]
    public async Task A_send_starts_once_however_often_and_wherever_it_is_found_due()
    {
        var consultation = await Data.ConsultationAsync();
        await Data.ReachableAsync(consultation, 2);
        await PlanAsync(consultation.Slug);

        Assert.Equal(0, await StartAsync(TimeSpan.FromHours(-1)));
        var started = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StartAsync(TimeSpan.Zero)));
        Assert.Equal(1, started.Sum());
        Assert.Equal(0, await StartAsync(TimeSpan.FromMinutes(10)));
        Assert.Equal(0, await StartAsync(TimeSpan.FromHours(-1)));
        Assert.Equal(1, await StartAsync(TimeSpan.FromMinutes(20)));
    }

    private async Task<int> StartAsync(TimeSpan shift)
    {
        await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var services = scope.ServiceProvider;
        var handler = new StartDueSendsHandler(
            services.GetRequiredService<IAppDbContext>(), new ShiftedLedger(services.GetRequiredService<ISendLedger>(), now => now + shift), services.GetRequiredService<IOutbox>());
        return (await handler.HandleAsync(new StartDueSendsCommand(), CancellationToken)).Value!.Sends;
    }

    private Task<Domain.Common.Result<SendPlanned>> PlanAsync(string slug) => new PlanSendHandler(
        Db, Services.GetRequiredService<SendDesk>(), AnyHour, Services.GetRequiredService<ISendLedger>(), Services.GetRequiredService<ISmsGateway>())
        .HandleAsync(new("radslag", slug, SendKind.Invitation, SendChannel.Mail, TestData.SendWords, null), CancellationToken);

    private sealed class KilledException : Exception;
}
