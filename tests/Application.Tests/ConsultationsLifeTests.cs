using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class ConsultationsLifeTests : UseCaseTest
{
    private readonly Guid _nils = Guid.CreateVersion7();

    [Fact]
    public async Task The_one_who_sent_it_for_review_cannot_approve_it()
    {
        var sent = await SentForReviewAsync();

        var own = await Use<ApproveHandler>().HandleAsync(new("torget", sent.Value!.Version), CancellationToken);
        User.Id = _nils;
        var second = await Use<ApproveHandler>().HandleAsync(new("torget", sent.Value.Version), CancellationToken);

        Assert.IsType<ApprovalNeedsSecondPerson>(own.Error);
        Assert.True(second.IsSuccess, second.Error?.Code);
        var saved = await SavedAsync();
        Assert.Equal(64, saved.ManifestHash!.Length);
        Assert.Contains("Samhällsbyggnadsnämnden", saved.ManifestJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_after_the_review_sends_it_back()
    {
        var sent = await SentForReviewAsync();
        var changed = await Use<WriteBackgroundHandler>().HandleAsync(new("torget", sent.Value!.Version, "Nytt", "Nytt"), CancellationToken);
        User.Id = _nils;

        var approved = await Use<ApproveHandler>().HandleAsync(new("torget", changed.Value!.Version), CancellationToken);

        Assert.IsType<WrongPhase>(approved.Error);
        Assert.Equal(ConsultationState.Draft, (await SavedAsync()).State);
    }

    [Fact]
    public async Task An_approval_of_a_page_opened_before_the_last_change_is_refused()
    {
        var seen = await SentForReviewAsync();
        await Use<WriteBackgroundHandler>().HandleAsync(new("torget", seen.Value!.Version, "Nytt", "Nytt"), CancellationToken);
        await Use<SendForReviewHandler>().HandleAsync(new("torget", (await SavedAsync()).Version), CancellationToken);
        User.Id = _nils;

        var approved = await Use<ApproveHandler>().HandleAsync(new("torget", seen.Value.Version), CancellationToken);

        Assert.IsType<ConsultationChangedMeanwhile>(approved.Error);
    }

    [Fact]
    public async Task It_is_sent_back_with_a_reason_that_the_next_review_clears()
    {
        var sent = await SentForReviewAsync();

        var silent = await Use<SendBackHandler>().HandleAsync(new("torget", sent.Value!.Version, " "), CancellationToken);
        var back = await Use<SendBackHandler>().HandleAsync(new("torget", sent.Value.Version, "Bilden av B är ny"), CancellationToken);
        var list = await Use<ListMyConsultationsHandler>().HandleAsync(new(), CancellationToken);
        await Use<SendForReviewHandler>().HandleAsync(new("torget", back.Value!.Version), CancellationToken);

        Assert.IsType<ReasonMissing>(silent.Error);
        Assert.Equal("Bilden av B är ny", Assert.Single(list.Value!).Returned);
        Assert.Empty((await SavedAsync()).StateReason);
    }

    [Fact]
    public async Task What_is_approved_is_frozen_until_it_is_withdrawn_before_opening()
    {
        var approved = await ApprovedAsync(opensIn: TimeSpan.FromDays(2));

        var changed = await Use<WriteBackgroundHandler>().HandleAsync(new("torget", approved.Value!.Version, "Nytt", ""), CancellationToken);
        var asked = await Use<RemoveQuestionHandler>().HandleAsync(new("torget", approved.Value.Version, "mer"), CancellationToken);
        var withdrawn = await Use<WithdrawHandler>().HandleAsync(new("torget", approved.Value.Version, "Fel bild"), CancellationToken);

        Assert.IsType<ConsultationFrozen>(changed.Error);
        Assert.IsType<ConsultationFrozen>(asked.Error);
        Assert.True(withdrawn.IsSuccess);
        Assert.Null((await SavedAsync()).ManifestHash);
    }

    [Fact]
    public async Task Pause_resume_and_postponement_are_public_notices_with_reasons()
    {
        var saved = await ApprovedAsync(opensIn: TimeSpan.FromDays(-2));
        var before = (await SavedAsync()).Schedule!;
        var later = before.ClosesAt.AddDays(3).ToSwedish().DateTime;

        saved = await Use<PauseHandler>().HandleAsync(new("torget", saved.Value!.Version, "Strömavbrott", null), CancellationToken);
        saved = await Use<ResumeHandler>().HandleAsync(new("torget", saved.Value!.Version, null, "Strömmen är tillbaka"), CancellationToken);
        saved = await Use<PostponeHandler>().HandleAsync(new("torget", saved.Value!.Version, later, "Avbrottet"), CancellationToken);
        var earlier = await Use<PostponeHandler>().HandleAsync(new("torget", saved.Value!.Version, later.AddDays(-1), "Ångrar"), CancellationToken);

        Assert.Equal("schedule.closesEarlier", earlier.Error!.Code);
        var notices = await Db.Set<Notice>().AsNoTracking().OrderBy(n => n.Id).ToListAsync(CancellationToken);
        Assert.Equal([NoticeKind.Paused, NoticeKind.Resumed, NoticeKind.Postponed], notices.Select(n => n.Kind));
        Assert.Equal(before.ClosesAt.AddDays(3), notices[2].Becomes);
        Assert.All(notices, n => Assert.Equal("Maria Demolund, kommunikatör", n.DecidedBy));
        Assert.Contains(
            await Db.Set<AuditEntry>().ToListAsync(CancellationToken),
            a => a is { Action: "consultation.paused", Reason: "Strömavbrott" } && a.ActorId == User.Id);
    }

    [Fact]
    public async Task After_a_pause_over_the_closing_it_opens_again_with_a_later_closing_only()
    {
        var approved = await ApprovedAsync(opensIn: TimeSpan.FromDays(-2));
        var paused = await Use<PauseHandler>().HandleAsync(new("torget", approved.Value!.Version, "Fel i frågan", null), CancellationToken);
        var id = (await SavedAsync()).Id;
        await Data.MoveClosingAsync(id, TimeSpan.FromHours(-1));
        Db.ChangeTracker.Clear();
        var version = (await SavedAsync()).Version;

        var same = await Use<ResumeHandler>().HandleAsync(new("torget", version, null, "Klart"), CancellationToken);
        var later = await Use<ResumeHandler>().HandleAsync(
            new("torget", version, TimeProvider.System.GetUtcNow().AddDays(2).ToSwedish().DateTime, "Klart"), CancellationToken);

        Assert.True(paused.IsSuccess);
        Assert.Equal("schedule.closesInPast", same.Error!.Code);
        Assert.True(later.IsSuccess, later.Error?.Code);
        Assert.Equal(ConsultationState.Published, (await SavedAsync()).State);
    }

    private Task<Consultation> SavedAsync() => Db.Set<Consultation>().AsNoTracking().SingleAsync(CancellationToken);

    private async Task<Result<ConsultationSaved>> SentForReviewAsync(TimeSpan? opensIn = null)
    {
        User.Roles.Add(Role.Officer);
        (User.DisplayName, User.Title) = ("Maria Demolund", "kommunikatör");
        var opens = TimeProvider.System.GetUtcNow() + (opensIn ?? TimeSpan.FromDays(1));
        var committee = new Committee("sbn", "Samhällsbyggnadsnämnden", "SBN");
        var draft = TestData.Draft(
            committee.Id, new Schedule(opens, opens.AddHours(1), opens.AddDays(20), opens.AddDays(21), opens.AddDays(60).SwedishDate()));
        var questionnaire = new Questionnaire(draft.Id);
        questionnaire.Ask(TestData.Questions);
        Db.AddRange(committee, draft, questionnaire);
        await Db.SaveChangesAsync(CancellationToken);
        return await Use<SendForReviewHandler>().HandleAsync(new("torget", draft.Version), CancellationToken);
    }

    private async Task<Result<ConsultationSaved>> ApprovedAsync(TimeSpan opensIn)
    {
        var sent = await SentForReviewAsync(opensIn);
        var maria = User.Id;
        User.Id = _nils;
        var approved = await Use<ApproveHandler>().HandleAsync(new("torget", sent.Value!.Version), CancellationToken);
        User.Id = maria;
        return approved;
    }
}
