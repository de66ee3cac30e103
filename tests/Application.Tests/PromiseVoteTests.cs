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
        var tags = Services.GetRequiredService<IPromiseTags>();
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        var first = await tags.OfAsync(one, "V5L2-4NDH-ROSR-JRPS-ZYU7", CancellationToken);

        Assert.Equal(first, await tags.OfAsync(one, "V5L2-4NDH-ROSR-JRPS-ZYU7", CancellationToken));
        Assert.NotEqual(first, await tags.OfAsync(other, "V5L2-4NDH-ROSR-JRPS-ZYU7", CancellationToken));
        Assert.NotEqual(first, await tags.OfAsync(one, "V5L2-4NDH-ROSR-JRPS-ZYU6", CancellationToken));
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

        var said = (await Use<ListPromiseReasonsHandler>().HandleAsync(new("torget"), CancellationToken)).Value!;
        Become(Role.CommitteeMember, Guid.CreateVersion7());

        Assert.Equal((null, 0), (early.Figure, early.Reasons.Count));
        Assert.Equal([new PromiseReason(PromiseChoice.Partly, "Bänkarna saknas.")], said.Reasons);
        Assert.Equal((1, 2), (said.LeftOut, said.Figure!.Reasons));
        Assert.IsType<FeedbackNotFound>((await Use<ListPromiseReasonsHandler>().HandleAsync(new("torget"), CancellationToken)).Error);
    }

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
