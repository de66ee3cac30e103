using Medborgardialog.Application.Frames;
using Medborgardialog.Application.Sends;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Sends;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Medborgardialog.Application.Tests;

/// <summary>Who gets a message, when a send waits and stops, and what its link opens.</summary>
public class SendRunTests : SendTest
{
    [Fact]
    public async Task Who_has_answered_is_taken_out_unsubscribed_or_not_drawn_gets_nothing()
    {
        var consultation = await Data.ConsultationAsync();
        var ids = await Data.ReachableAsync(consultation, 6, i => i == 5 ? "" : $"p{i}@exempelby.example");
        await Data.TakePartAsync(consultation.Id, ids[0]);
        var people = await Db.Set<FramePerson>().ToDictionaryAsync(p => p.Id, CancellationToken);
        people[ids[1]].Revoke();
        people[ids[2]].StopMessages();
        people[ids[3]].SetDrawn(false);
        await Db.SaveChangesAsync(CancellationToken);
        var audience = await Services.GetRequiredService<ISendLedger>().CountAsync(consultation.Id, SendKind.Invitation, SendChannel.Mail, CancellationToken);
        var send = await Data.RunningAsync(consultation);

        Assert.Equal(SendState.Done, await RunAsync(send.Id));

        Assert.Equal(["p4@exempelby.example"], Delivered.Select(m => m.To));
        Assert.Equal(new SendAudience(1, 1), audience);
        Assert.Equal(3, await CountAsync(send.Id, RecipientState.Skipped));
    }

    [Fact]
    public async Task The_words_are_filled_in_the_language_of_the_list_and_no_code_is_in_them()
    {
        var consultation = await Data.ConsultationAsync();
        await Data.ReachableAsync(consultation, 5);
        var send = await Data.RunningAsync(consultation);

        await RunAsync(send.Id);

        var (swedish, english) = (Delivered.First(m => m.To == "p0@exempelby.example"), Delivered.First(m => m.To == "p4@exempelby.example"));
        Assert.Contains(" kl. ", swedish.Text, StringComparison.Ordinal);
        Assert.Contains("Answer until", english.Text, StringComparison.Ordinal);
        Assert.Contains("/en/svara/lank/", english.Text, StringComparison.Ordinal);
        Assert.Contains("/en/avregistrera/", english.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/en/", swedish.Text, StringComparison.Ordinal);
        Assert.Equal("What do you think?", english.Subject);
        Assert.All(Delivered, m =>
        {
            Assert.DoesNotContain("{", m.Text, StringComparison.Ordinal);
            Assert.Contains(m.StopAddress, m.Text, StringComparison.Ordinal);
        });
        var dump = await Data.DumpAsync();
        Assert.All(Delivered, m => Assert.DoesNotContain(TokenOf(m), dump, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_opens_like_a_code_as_long_as_the_dialogue_does_and_stops_with_the_person()
    {
        var consultation = await Data.ConsultationAsync();
        var ids = await Data.ReachableAsync(consultation, 2);
        var send = await Data.RunningAsync(consultation);
        await RunAsync(send.Id);
        var message = Delivered.Single(m => m.To == "p0@exempelby.example");
        var stop = message.StopAddress.Split('/')[^1];

        var opened = await OpenAsync(TokenOf(message));
        Assert.Equal((ids[0], "/radslag/torget/svara"), (opened.Value!.PersonId, opened.Value.AnswerPath));
        Assert.True((await OpenAsync(TokenOf(message))).IsSuccess);
        Assert.IsType<CodeUnknown>((await OpenAsync(stop)).Error);
        Assert.IsType<CodeUnknown>((await OpenAsync(LinkToken.New())).Error);
        Assert.IsType<CodeUnknown>((await OpenAsync(null)).Error);
        Assert.IsType<SendNotFound>((await Use<StopMessagesHandler>().HandleAsync(new(TokenOf(message)), CancellationToken)).Error);
        Assert.Equal("torget", (await Use<StopMessagesHandler>().HandleAsync(new(stop), CancellationToken)).Value!.Name, ignoreCase: true);
        (await Db.Set<FramePerson>().SingleAsync(p => p.Id == ids[0], CancellationToken)).Revoke();
        await Db.SaveChangesAsync(CancellationToken);
        Assert.IsType<CodeUnknown>((await OpenAsync(TokenOf(message))).Error);
        await Data.MoveClosingAsync(consultation.Id, TimeSpan.FromMinutes(-1));
        Db.ChangeTracker.Clear();
        Assert.IsType<CodeExpired>((await OpenAsync(TokenOf(Delivered.Single(m => m.To == "p1@exempelby.example")))).Error);
    }

    [Fact]
    public async Task Refused_is_for_good_later_comes_again_and_unreachable_waits()
    {
        var consultation = await Data.ConsultationAsync();
        await Data.ReachableAsync(consultation, 3);
        var send = await Data.RunningAsync(consultation);
        Task<Delivery> Answer(OutgoingMessage m) => m.To switch
        {
            "p0@exempelby.example" => Task.FromResult(new Delivery(DeliveryOutcome.Refused, "550 " + new string('x', 500))),
            "p1@exempelby.example" => Task.FromResult(new Delivery(DeliveryOutcome.Later)),
            _ => KeepAsync(m),
        };

        Assert.Equal(SendState.Planned, await RunAsync(send.Id, Answer));
        var waiting = await ReadAsync(send.Id);
        Assert.True(waiting.NextAt > DateTimeOffset.UnixEpoch && waiting.EndedAt is null);
        await RestartAsync(send.Id);
        Assert.Equal(SendState.Planned, await RunAsync(send.Id, _ => Task.FromResult(new Delivery(DeliveryOutcome.Unreachable))));
        Assert.Equal(0, await CountAsync(send.Id, RecipientState.Claimed));
        await RestartAsync(send.Id);
        Assert.Equal(SendState.Done, await RunAsync(send.Id));

        Assert.Equal(["p1@exempelby.example", "p2@exempelby.example"], Delivered.Select(m => m.To).Order(StringComparer.Ordinal));
        var bounces = (await Use<ListBouncesHandler>().HandleAsync(new("radslag", "torget", send.Id), CancellationToken)).Value!;
        Assert.Equal(("Ärla Påhittad0", RecipientState.Bounced, 200), (bounces.Rows.Single().Name, bounces.Rows[0].State, bounces.Rows[0].Detail.Length));
    }

    [Fact]
    public async Task A_stop_is_seen_by_the_next_claim_and_another_send_of_the_kind_takes_the_rest()
    {
        var consultation = await Data.ConsultationAsync();
        await Data.ReachableAsync(consultation, 5);
        var send = await Data.RunningAsync(consultation);

        await RunAsync(send.Id, async m =>
        {
            if (Delivered.Count == 1)
            {
                Assert.True((await Use<StopSendHandler>().HandleAsync(new("radslag", "torget", send.Id), CancellationToken)).IsSuccess);
            }

            return await KeepAsync(m);
        });

        Assert.Equal((SendState.Stopped, SendStop.Officer, 2), ((await ReadAsync(send.Id)).State, (await ReadAsync(send.Id)).StopReason, Delivered.Count));
        var rest = await Data.RunningAsync(consultation);
        await RunAsync(rest.Id);
        Assert.Equal(5, Delivered.Select(m => m.To).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(5, Delivered.Count);
    }

    [Fact]
    public async Task Closing_in_the_middle_stops_it_and_a_pause_makes_it_wait()
    {
        var consultation = await Data.ConsultationAsync();
        await Data.ReachableAsync(consultation, 4);
        var send = await Data.RunningAsync(consultation);
        await Db.Database.ExecuteSqlAsync($"UPDATE consultation SET state = 3 WHERE id = {consultation.Id}", CancellationToken);
        Assert.Equal(SendState.Planned, await RunAsync(send.Id));
        await Db.Database.ExecuteSqlAsync($"UPDATE consultation SET state = 2 WHERE id = {consultation.Id}", CancellationToken);
        await RestartAsync(send.Id);

        await RunAsync(send.Id, async m =>
        {
            await Data.MoveClosingAsync(consultation.Id, TimeSpan.FromSeconds(-1));
            return await KeepAsync(m);
        });

        Assert.Single(Delivered);
        Assert.Equal((SendState.Stopped, SendStop.Closed), ((await ReadAsync(send.Id)).State, (await ReadAsync(send.Id)).StopReason));
    }

    /// <summary>The night when summer time begins: 20 on Saturday to 8 on Sunday is eleven hours.</summary>
    [Fact]
    public async Task Outside_the_hours_it_waits_for_the_morning_over_DST_and_the_database_has_the_last_word()
    {
        var consultation = await Data.ConsultationAsync();
        await Data.ReachableAsync(consultation, 1);
        var send = await Data.RunningAsync(consultation);
        var usual = new SendHours(Options.Create(new SendOptions()));

        Assert.Equal(SendState.Planned, await RunAsync(send.Id, ledger: l => new ShiftedLedger(l, _ => new(2026, 3, 28, 19, 0, 0, TimeSpan.Zero)), hours: usual));
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 6, 0, 0, TimeSpan.Zero), (await ReadAsync(send.Id)).NextAt);
        await RestartAsync(send.Id);

        // A node whose clock says that it is noon of another day: the claim itself refuses.
        Assert.Equal(SendState.Planned, await RunAsync(send.Id, ledger: l => new ShiftedLedger(l, _ => new(2026, 3, 29, 10, 0, 0, TimeSpan.Zero)), hours: usual));
        Assert.Empty(Delivered);
    }

    [Fact]
    public async Task Letters_are_printed_for_those_who_have_not_answered()
    {
        var consultation = await Data.ConsultationAsync();
        var ids = await Data.ReachableAsync(consultation, 4);
        await Data.TakePartAsync(consultation.Id, ids[0]);
        var send = await Data.RunningAsync(consultation, channel: SendChannel.Letter);
        Db.Add(new LongTask(IssueCodesHandler.Job, consultation.Id, Guid.CreateVersion7(), DateTimeOffset.UnixEpoch));
        await Db.SaveChangesAsync(CancellationToken);
        await Db.Database.ExecuteSqlAsync($"UPDATE send SET task_id = (SELECT id FROM long_task LIMIT 1) WHERE id = {send.Id}", CancellationToken);

        Assert.Equal(SendState.Done, await RunAsync(send.Id));

        Db.ChangeTracker.Clear();
        Assert.Equal(3, (await Db.Set<LetterFile>().SingleAsync(CancellationToken)).Letters);
        Assert.Equal((3, 1), (await CountAsync(send.Id, RecipientState.Sent), await CountAsync(send.Id, RecipientState.Skipped)));
        Assert.Null((await Db.Set<FramePerson>().SingleAsync(p => p.Id == ids[0], CancellationToken)).Selector);
    }

    [Fact]
    public async Task A_sample_is_drawn_kept_and_drawn_again_alike_until_somebody_is_told()
    {
        var consultation = await Data.ConsultationAsync();
        await Data.ReachableAsync(consultation, 20);

        var drawn = (await DrawAsync(5, "Exempelby2026")).Value!;
        var first = await Db.Set<FramePerson>().Where(p => p.IsDrawn).Select(p => p.Id).Order().ToListAsync(CancellationToken);
        await DrawAsync(7, "annat");
        await DrawAsync(5, "Exempelby2026");
        var again = await Db.Set<FramePerson>().Where(p => p.IsDrawn).Select(p => p.Id).Order().ToListAsync(CancellationToken);
        Assert.Equal(("Exempelby2026", 5, 20), (drawn.Seed, first.Count, drawn.Of));
        Assert.Equal(first, again);
        Assert.IsType<SampleSizeWrong>((await DrawAsync(20, "")).Error);
        Assert.IsType<SampleSeedWrong>((await DrawAsync(5, "å")).Error);
        var send = await Data.RunningAsync(consultation);
        Assert.Equal(SendState.Done, await RunAsync(send.Id));
        Assert.Equal(5, Delivered.Count);
        Assert.IsType<SampleFrozen>((await DrawAsync(6, "")).Error);
        Assert.Equal(3, await Db.Set<AuditEntry>().CountAsync(a => a.Action == "send.sampleDrawn", CancellationToken));
    }

    private static string TokenOf(OutgoingMessage message) => message.Text.Split("/svara/lank/")[1][..LinkToken.Length];

    private Task<Result<DialogueOpened>> OpenAsync(string? token) => Use<OpenDialogueWithLinkHandler>().HandleAsync(new(token), CancellationToken);

    private Task<Result<SampleDrawn>> DrawAsync(int? size, string seed) => Use<DrawSampleHandler>().HandleAsync(new("radslag", "torget", size, seed), CancellationToken);

    private async Task RestartAsync(Guid sendId)
    {
        var send = await Db.Set<Send>().SingleAsync(s => s.Id == sendId, CancellationToken);
        await Db.Entry(send).ReloadAsync(CancellationToken);
        send.Start(Guid.CreateVersion7(), send.NextAt);
        await Db.SaveChangesAsync(CancellationToken);
        Db.ChangeTracker.Clear();
    }
}
