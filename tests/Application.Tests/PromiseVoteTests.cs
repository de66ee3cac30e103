using Medborgardialog.Application.Evidence;
using Medborgardialog.Application.Promises;
using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Promises;
using Medborgardialog.Domain.Reports;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Application.Tests;

/// <summary>Löfteskvot (F4): who may say it, how often, and what is told of it.</summary>
public class PromiseVoteTests : UseCaseTest
{
    [Fact]
    public async Task One_receipt_is_one_vote_that_may_be_changed()
    {
        var (_, receipts) = await Data.PromisedAsync(answers: 1);

        await VoteAsync(receipts[0], PromiseChoice.Kept, "Bra gjort.");
        var again = await VoteAsync(receipts[0].Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant(), PromiseChoice.Broken);

        Assert.Null(again);
        var vote = Assert.Single(await Db.Set<PromiseVote>().AsNoTracking().ToListAsync(CancellationToken));
        Assert.Equal((PromiseChoice.Broken, "", PromiseVote.TagBytes), (vote.Choice, vote.Why, vote.Tag.Length));
    }

    [Fact]
    public async Task An_unknown_receipt_and_one_whose_answer_was_replaced_have_no_vote()
    {
        var consultation = await Data.ConsultationAsync();
        var person = RandomId.New();
        var replaced = await Data.ReceiptAsync(consultation.Id, "a", participant: person);
        var current = await Data.ReceiptAsync(consultation.Id, "b", participant: person);
        await Data.CountAsync(consultation.Id);
        await Data.DeliverAsync(consultation.Id);
        await Data.AnswerAsync(consultation.Id, "maj 2020");

        Assert.IsType<PromiseReceiptUnknown>(await VoteAsync("V5L2-4NDH-ROSR-JRPS-ZYU7", PromiseChoice.Kept));
        Assert.IsType<PromiseReceiptUnknown>(await VoteAsync(replaced, PromiseChoice.Kept));
        Assert.Null(await VoteAsync(current, PromiseChoice.Kept));
    }

    [Fact]
    public async Task Nothing_can_be_said_before_something_has_fallen_due_and_after_that_it_can()
    {
        var (consultation, receipts) = await Data.PromisedAsync(answers: 1, when: "november 2099");

        var early = await VoteAsync(receipts[0], PromiseChoice.Kept);
        await Data.FollowUpAsync(consultation.Id, PointStatus.Underway);
        var begun = await VoteAsync(receipts[0], PromiseChoice.Kept);
        await Data.FollowUpAsync(consultation.Id, PointStatus.Done);
        var done = await VoteAsync(receipts[0], PromiseChoice.Kept);

        Assert.IsType<PromiseNotDue>(early);
        Assert.IsType<PromiseNotDue>(begun);
        Assert.Null(done);
    }

    [Fact]
    public async Task Before_the_committee_has_answered_there_is_no_vote()
    {
        var consultation = await Data.ConsultationAsync();
        var receipt = await Data.ReceiptAsync(consultation.Id);

        Assert.IsType<PromiseNotDue>(await VoteAsync(receipt, PromiseChoice.Kept));
    }

    [Fact]
    public async Task The_quota_is_told_at_ten_and_goes_to_the_ledger_as_a_measure()
    {
        var (consultation, receipts) = await Data.PromisedAsync(answers: 21);
        foreach (var receipt in receipts.Take(9))
        {
            await VoteAsync(receipt, PromiseChoice.Kept);
        }

        var atNine = await StandingAsync();
        await VoteAsync(receipts[9], PromiseChoice.Partly);
        var atTen = await StandingAsync();
        await Use<RecordPromiseHandler>().HandleAsync(new(consultation.Id), CancellationToken);
        foreach (var receipt in receipts.Skip(10).Take(9))
        {
            await VoteAsync(receipt, PromiseChoice.Broken);
        }

        var atNineteen = await StandingAsync();
        await VoteAsync(receipts[19], PromiseChoice.Broken);
        await Use<RecordPromiseHandler>().HandleAsync(new(consultation.Id), CancellationToken);
        await Use<RecordPromiseHandler>().HandleAsync(new(consultation.Id), CancellationToken);

        Assert.Null(atNine);
        Assert.Equal((9, 1, 0), (atTen!.Kept, atTen.Partly, atTen.Broken));
        Assert.Equal(atTen, atNineteen);
        var rows = await Db.Set<EvidenceRow>().AsNoTracking().Where(r => r.Measure == Measures.PromiseKept).OrderBy(r => r.Revision).ToListAsync(CancellationToken);
        Assert.Equal([(9, 10, false), (9, 20, true)], rows.Select(r => (r.Count!.Value, r.Denominator!.Value, r.Holds)));
        Assert.All(rows, r => Assert.Equal((EvidenceKind.Opinion, "/radslag/torget/beslut"), (r.Kind, r.SourceAddress)));
        Assert.Equal(2, await Db.Outbox.CountAsync(o => o.Body.Contains(RecordPromiseHandler.Job), CancellationToken));
    }

    [Fact]
    public async Task Votes_that_come_at_the_same_time_are_all_counted()
    {
        var (_, receipts) = await Data.PromisedAsync(answers: 20);

        var errors = await Task.WhenAll(receipts.Concat(receipts).Select(async (receipt, i) =>
        {
            await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            return (await scope.ServiceProvider.GetRequiredService<VotePromiseHandler>().HandleAsync(new(receipt, PromiseChoice.Kept, ""), CancellationToken)).Error;
        }));

        Assert.All(errors, Assert.Null);
        Assert.Equal(20, await Db.Set<PromiseVote>().CountAsync(CancellationToken));
        Assert.Equal(20, (await StandingAsync())!.Kept);
    }

    [Fact]
    public async Task The_same_receipt_has_another_tag_in_another_dialogue_and_no_receipt_is_kept()
    {
        var tags = Services.GetRequiredService<IPromiseBox>();
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        var first = await tags.TagOfAsync(one, "V5L2-4NDH-ROSR-JRPS-ZYU7", CancellationToken);

        Assert.Equal(first, await tags.TagOfAsync(one, "V5L2-4NDH-ROSR-JRPS-ZYU7", CancellationToken));
        Assert.NotEqual(first, await tags.TagOfAsync(other, "V5L2-4NDH-ROSR-JRPS-ZYU7", CancellationToken));
        Assert.NotEqual(first, await tags.TagOfAsync(one, "V5L2-4NDH-ROSR-JRPS-ZYU6", CancellationToken));
    }

    [Fact]
    public async Task The_committee_reads_why_from_ten_votes_on_and_nobody_else_does()
    {
        var (consultation, receipts) = await Data.PromisedAsync(answers: 10);
        await VoteAsync(receipts[0], PromiseChoice.Broken, "Ring mig på 070-174 06 05.");
        await VoteAsync(receipts[1], PromiseChoice.Partly, "Bänkarna saknas.");
        Become(Role.CommitteeMember, consultation.CommitteeId!.Value);
        var early = (await Use<ListPromiseReasonsHandler>().HandleAsync(new("torget"), CancellationToken)).Value!;
        foreach (var receipt in receipts.Skip(2))
        {
            await VoteAsync(receipt, PromiseChoice.Kept);
        }

        var said = await ReasonsAsync();
        Become(Role.CommitteeMember, Guid.CreateVersion7());

        Assert.Equal((null, 0), (early.Figure, early.Reasons.Count));
        Assert.Equal(["Bänkarna saknas."], said.Reasons);
        Assert.Equal((1, 2), (said.LeftOut, said.Figure!.Reasons));
        Assert.IsType<FeedbackNotFound>((await Use<ListPromiseReasonsHandler>().HandleAsync(new("torget"), CancellationToken)).Error);
    }

    [Fact]
    public async Task Between_two_tellings_no_new_and_no_changed_reason_is_read()
    {
        var (consultation, receipts) = await Data.PromisedAsync(answers: 20);
        await VoteAsync(receipts[0], PromiseChoice.Kept, "Bra.");
        foreach (var receipt in receipts.Skip(1).Take(9))
        {
            await VoteAsync(receipt, PromiseChoice.Kept);
        }

        Become(Role.CommitteeMember, consultation.CommitteeId!.Value);
        var told = await ReasonsAsync();
        await VoteAsync(receipts[0], PromiseChoice.Broken, "Jag ångrar mig.");
        await VoteAsync(receipts[1], PromiseChoice.Kept, "Nu vet jag varför.");
        await VoteAsync(receipts[10], PromiseChoice.Broken, "Ny röst.");
        var between = await ReasonsAsync();
        foreach (var receipt in receipts.Skip(11))
        {
            await VoteAsync(receipt, PromiseChoice.Partly);
        }

        var next = await ReasonsAsync();

        Assert.Equal(["Bra."], told.Reasons);
        Assert.Equal(told.Reasons, between.Reasons);
        Assert.Equal(told.Figure, between.Figure);
        Assert.Equal(["Jag ångrar mig.", "Nu vet jag varför.", "Ny röst."], next.Reasons);
    }

    /// <summary>Rows of PostgreSQL carry the transaction that wrote them: two of the same transaction do not say which came first.</summary>
    [Fact]
    public async Task The_rows_do_not_say_when_their_votes_came_once_they_have_been_mixed()
    {
        var (_, receipts) = await Data.PromisedAsync(answers: 13);
        foreach (var receipt in receipts.Take(9))
        {
            await VoteAsync(receipt, PromiseChoice.Kept, "Bra.");
        }

        var apart = await TransactionsAsync();
        await VoteAsync(receipts[9], PromiseChoice.Broken, "Nej.");
        var told = await TransactionsAsync();
        foreach (var receipt in receipts.Skip(10))
        {
            await VoteAsync(receipt, PromiseChoice.Partly);
        }

        var since = await TransactionsAsync();
        await Services.GetRequiredService<IPromiseBox>().MixAsync(CancellationToken);

        Assert.Equal((9, 1, 4, 1), (apart, told, since, await TransactionsAsync()));
        var votes = await Db.Set<PromiseVote>().AsNoTracking().ToListAsync(CancellationToken);
        Assert.Equal((9, 3, 1, 10), (votes.Count(v => v.Choice == PromiseChoice.Kept), votes.Count(v => v.Choice == PromiseChoice.Partly), votes.Count(v => v.Choice == PromiseChoice.Broken), votes.Count(v => v.Why.Length > 0)));
    }

    [Fact]
    public async Task In_a_small_group_nothing_is_told_while_nearly_all_say_the_same()
    {
        var (consultation, receipts) = await Data.PromisedAsync(answers: 20);
        await Db.Database.ExecuteSqlAsync($"UPDATE consultation SET eligible_count = 34 WHERE id = {consultation.Id}", CancellationToken);
        foreach (var (receipt, i) in receipts.Select((r, i) => (r, i)).Take(10))
        {
            await VoteAsync(receipt, i < 9 ? PromiseChoice.Kept : PromiseChoice.Broken, "Så är det.");
        }

        var alike = await StandingAsync();
        Become(Role.CommitteeMember, consultation.CommitteeId!.Value);
        var reasons = (await ReasonsAsync()).Reasons;
        await Use<RecordPromiseHandler>().HandleAsync(new(consultation.Id), CancellationToken);
        var rows = await Db.Set<EvidenceRow>().CountAsync(r => r.Measure == Measures.PromiseKept, CancellationToken);
        foreach (var receipt in receipts.Skip(10))
        {
            await VoteAsync(receipt, PromiseChoice.Partly);
        }

        Assert.Null(alike);
        Assert.Empty(reasons);
        Assert.Equal(0, rows);
        Assert.Equal((9, 10, 1), (await StandingAsync()) is { } told ? (told.Kept, told.Partly, told.Broken) : default);
    }

    private async Task<PromiseReasons> ReasonsAsync() => (await Use<ListPromiseReasonsHandler>().HandleAsync(new("torget"), CancellationToken)).Value!;

    private Task<int> TransactionsAsync() =>
        Db.Database.SqlQuery<int>($"""SELECT count(DISTINCT xmin::text)::int AS "Value" FROM promise_vote""").SingleAsync(CancellationToken);

    private async Task<Error?> VoteAsync(string receipt, PromiseChoice choice, string why = "")
    {
        Db.ChangeTracker.Clear();
        return (await Use<VotePromiseHandler>().HandleAsync(new(receipt, choice, why), CancellationToken)).Error;
    }

    private async Task<PromiseFigure?> StandingAsync() =>
        Assert.Single((await Use<ListAnswersHandler>().HandleAsync(new(Latest: null), CancellationToken)).Value!.Answered).Promise.Quota;

    private void Become(Role role, Guid committee)
    {
        User.Id = Guid.CreateVersion7();
        User.Roles.Clear();
        User.CommitteeRoles.Clear();
        User.CommitteeRoles.Add((role, committee));
    }
}
