using Medborgardialog.Application.Common;
using Medborgardialog.Application.Plans;
using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Reports;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class FeedbackTests : UseCaseTest
{
    /// <summary>Role, whether it is held in the committee that is asked, and what becomes of writing and of approving.</summary>
    public static TheoryData<Role, bool, string, string> People => new()
    {
        { Role.Resident, false, "feedback.notFound", "feedback.notFound" },
        { Role.Moderator, false, "feedback.notFound", "feedback.notFound" },
        { Role.Officer, false, "feedback.notFound", "feedback.notFound" },
        { Role.Administrator, false, "feedback.notFound", "feedback.notFound" },
        { Role.CommitteeSecretary, false, "feedback.notFound", "feedback.notFound" },
        { Role.CommitteeChair, false, "feedback.notFound", "feedback.notFound" },
        { Role.CommitteeMember, true, "feedback.forbidden", "feedback.forbidden" },
        { Role.CommitteeSecretary, true, "", "feedback.forbidden" },
        { Role.CommitteeChair, true, "feedback.forbidden", "" },
    };

    [Theory]
    [MemberData(nameof(People))]
    public async Task The_secretary_of_that_committee_writes_and_its_chair_approves(Role role, bool ofThatCommittee, string writing, string approving)
    {
        var consultation = await Data.WithCommitteeAsync();
        Become(role, ofThatCommittee ? consultation.CommitteeId!.Value : Guid.CreateVersion7());
        var written = await WriteAsync(0);
        var version = await SubmittedAsync(consultation);
        Become(role, ofThatCommittee ? consultation.CommitteeId!.Value : Guid.CreateVersion7());

        var approved = await Use<ApproveFeedbackHandler>().HandleAsync(new("torget", version), CancellationToken);

        Assert.Equal(writing, written.Error?.Code ?? "");
        Assert.Equal(approving, approved.Error?.Code ?? "");
    }

    /// <summary>The plan of the committee and its public answer say the same day, and are late on the same day.</summary>
    [Theory]
    [InlineData("2021-03-31", "2021-03-31")]
    [InlineData("31/3 2021", "2021-03-31")]
    [InlineData("våren 2021", "2021-05-31")]
    [InlineData("när pengarna räcker", null)]
    public async Task A_time_is_read_the_same_in_the_plan_as_in_the_answer(string when, string? due)
    {
        await Data.PromisedAsync(answers: 1, when);

        var plan = (await Use<ListPlansHandler>().HandleAsync(new("namnd-torget"), CancellationToken)).Value!;
        var answer = Assert.Single((await Use<ListAnswersHandler>().HandleAsync(new(Latest: null), CancellationToken)).Value!.Answered);

        var day = due is null ? (DateOnly?)null : DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture);
        var row = Assert.Single(plan.Rows);
        Assert.Equal((day, due is null ? when : "", due is not null), (row.Due, row.DueWords, row.Late > 0));
        Assert.Equal(day, answer.Points[1].Due);
    }

    [Fact]
    public async Task Members_read_the_room_and_others_do_not_know_it()
    {
        var consultation = await Data.WithCommitteeAsync();
        await SubmittedAsync(consultation);
        Become(Role.CommitteeMember, consultation.CommitteeId!.Value);
        var room = await Use<GetCommitteeRoomHandler>().HandleAsync(new("namnd-torget"), CancellationToken);
        var read = await Use<GetFeedbackHandler>().HandleAsync(new("namnd-torget", "torget"), CancellationToken);
        var mine = await Use<ListCommitteeRoomsHandler>().HandleAsync(new(), CancellationToken);

        Become(Role.CommitteeMember, Guid.CreateVersion7());

        var row = Assert.Single(room.Value!.Rows);
        Assert.Equal((FeedbackState.Submitted, false, Phase.WithCommittee), (row.State, row.MayApprove, row.Phase));
        Assert.Equal((false, false), (read.Value!.MayWrite, read.Value.MayApprove));
        Assert.Equal("namnd-torget", Assert.Single(mine.Value!).Slug);
        Assert.IsType<CommitteeNotFound>((await Use<GetCommitteeRoomHandler>().HandleAsync(new("namnd-torget"), CancellationToken)).Error);
        Assert.IsType<FeedbackNotFound>((await Use<GetFeedbackHandler>().HandleAsync(new("namnd-torget", "torget"), CancellationToken)).Error);
        Assert.Empty((await Use<ListCommitteeRoomsHandler>().HandleAsync(new(), CancellationToken)).Value!);
    }

    [Fact]
    public async Task A_draft_begins_with_a_point_for_each_theme_of_the_report()
    {
        var consultation = await Data.WithCommitteeAsync();
        Become(Role.CommitteeSecretary, consultation.CommitteeId!.Value);

        var view = (await Use<GetFeedbackHandler>().HandleAsync(new("namnd-torget", "torget"), CancellationToken)).Value!;

        Assert.Null(view.State);
        Assert.Equal(TestData.Themes.Select(t => (Guid?)t.Id), view.Text.Points.Select(p => p.ThemeId));
        Assert.Equal("5 personer skrev om Parkering.", view.Text.Points[0].YouSaid);
    }

    [Fact]
    public async Task There_is_nothing_to_answer_before_the_report_is_delivered()
    {
        var consultation = await Data.ConsultationAsync();
        Become(Role.CommitteeSecretary, consultation.CommitteeId!.Value);

        var written = await WriteAsync(0);

        Assert.IsType<FeedbackNotFound>(written.Error);
        Assert.Equal(0, await Db.Set<DecisionFeedback>().CountAsync(CancellationToken));
    }

    [Fact]
    public async Task Of_two_secretaries_the_slower_is_told_and_nothing_is_overwritten()
    {
        var consultation = await Data.WithCommitteeAsync();
        Become(Role.CommitteeSecretary, consultation.CommitteeId!.Value);
        var first = await WriteAsync(0, "Den första");
        var begunToo = await WriteAsync(0, "Samtidigt påbörjad");
        var second = await WriteAsync(first.Value!.Version, "Den andra");

        var stale = await WriteAsync(first.Value.Version, "Den långsamma");

        Assert.IsType<FeedbackChangedMeanwhile>(begunToo.Error);
        Assert.IsType<FeedbackChangedMeanwhile>(stale.Error);
        Assert.True(second.IsSuccess);
        Assert.Equal("Den andra", (await SavedAsync()).Summary);
    }

    [Fact]
    public async Task What_is_missing_is_listed_and_the_draft_stays_with_the_secretary()
    {
        var consultation = await Data.WithCommitteeAsync();
        Become(Role.CommitteeSecretary, consultation.CommitteeId!.Value);
        var complete = TestData.CompleteAnswer();
        var written = await Use<WriteFeedbackHandler>().HandleAsync(
            new("torget", 0, complete with { Points = [complete.Points[0] with { Why = "" }], Summary = "" }), CancellationToken);

        var sent = await Use<SubmitFeedbackHandler>().HandleAsync(new("torget", written.Value!.Version), CancellationToken);

        Assert.Equal(
            [FeedbackField.Theme, FeedbackField.Why, FeedbackField.Summary], Assert.IsType<FeedbackIncomplete>(sent.Error).Gaps.Select(g => g.Field));
        Assert.Equal(FeedbackState.Draft, (await SavedAsync()).State);
    }

    [Fact]
    public async Task A_form_cannot_invent_themes_or_share_ids()
    {
        var consultation = await Data.WithCommitteeAsync();
        Become(Role.CommitteeSecretary, consultation.CommitteeId!.Value);
        var complete = TestData.CompleteAnswer();
        var point = complete.Points[0] with { ThemeId = Guid.CreateVersion7() };

        await Use<WriteFeedbackHandler>().HandleAsync(new("torget", 0, complete with { Points = [point, point with { Id = point.Id }] }), CancellationToken);

        var saved = await SavedAsync();
        Assert.All(saved.Points, p => Assert.Null(p.ThemeId));
        Assert.Equal(2, saved.Points.Select(p => p.Id).Distinct().Count());
    }

    [Fact]
    public async Task The_one_who_has_written_in_it_cannot_approve_it_even_as_chair()
    {
        var consultation = await Data.WithCommitteeAsync();
        var version = await SubmittedAsync(consultation);
        User.CommitteeRoles.Add((Role.CommitteeChair, consultation.CommitteeId!.Value));

        var own = await Use<ApproveFeedbackHandler>().HandleAsync(new("torget", version), CancellationToken);
        Become(Role.CommitteeChair, consultation.CommitteeId.Value);
        var second = await Use<ApproveFeedbackHandler>().HandleAsync(new("torget", version), CancellationToken);

        Assert.IsType<FeedbackNeedsAnotherPerson>(own.Error);
        Assert.True(second.IsSuccess, second.Error?.Code);
    }

    [Fact]
    public async Task An_approved_answer_is_public_at_once_and_the_rest_happens_after_the_commit()
    {
        var consultation = await Data.WithCommitteeAsync(promisedIn: -7);
        var before = await AnswerAsync();
        var waiting = (await Use<ListAnswersHandler>().HandleAsync(new(null), CancellationToken)).Value!.Waiting;

        await PublishAsync(consultation);

        User.Roles.Clear();
        User.Id = null;
        var answer = (await AnswerAsync()).Value!;
        var saved = await Db.Set<Consultation>().AsNoTracking().SingleAsync(CancellationToken);
        Assert.IsType<FeedbackNotFound>(before.Error);
        Assert.Equal((Phase.AnswerLate, consultation.PromisedAt!.Value), (Assert.Single(waiting).Phase, waiting[0].PromisedAt));
        Assert.Equal(ConsultationState.Answered, saved.State);
        Assert.Equal([null, PointStatus.NotStarted], answer.Points.Select(p => p.Status));
        Assert.Equal((1, "§ 96"), (answer.Count(CommitteeDecision.No), answer.Paragraph));
        Assert.Single(Db.Outbox, row => row.Kind == typeof(StartJob).FullName);
        Assert.Equal(["feedback.submitted", "feedback.approved"], Db.Set<AuditEntry>().OrderBy(a => a.At).Select(a => a.Action));
        Assert.Empty((await Use<ListAnswersHandler>().HandleAsync(new(null), CancellationToken)).Value!.Waiting);
    }

    [Fact]
    public async Task An_answer_does_not_give_a_result_away_that_is_not_public_yet()
    {
        var consultation = await Data.WithCommitteeAsync(resultsIn: 2);
        var version = await SubmittedAsync(consultation);
        Become(Role.CommitteeChair, consultation.CommitteeId!.Value);

        var approved = await Use<ApproveFeedbackHandler>().HandleAsync(new("torget", version), CancellationToken);

        Assert.IsType<FeedbackBeforeResult>(approved.Error);
        Assert.IsType<FeedbackNotFound>((await AnswerAsync()).Error);
    }

    [Fact]
    public async Task A_report_delivered_early_is_the_committees_until_the_result_is_public()
    {
        var consultation = await Data.WithCommitteeAsync(resultsIn: 2);
        Db.Add(new ReportFile((await Db.Set<Report>().SingleAsync(CancellationToken)).Id, "csv", "text/csv", [1]));
        await Db.SaveChangesAsync(CancellationToken);
        var report = await Db.Set<Report>().SingleAsync(CancellationToken);

        var (everyone, file) = (await ReportAsync(report), await Use<GetReportFileHandler>().HandleAsync(new(report.Id, "csv"), CancellationToken));
        var list = await Use<ListReportsHandler>().HandleAsync(new(All: false), CancellationToken);
        Become(Role.CommitteeMember, consultation.CommitteeId!.Value);
        var member = await ReportAsync(report);

        Assert.IsType<ReportNotFound>(everyone.Error);
        Assert.IsType<ReportNotFound>(file.Error);
        Assert.Empty(list.Value!);
        Assert.True(member.IsSuccess);
    }

    [Fact]
    public async Task The_chair_sends_it_back_with_a_reason_and_the_secretary_goes_on()
    {
        var consultation = await Data.WithCommitteeAsync();
        var version = await SubmittedAsync(consultation);
        var locked = await WriteAsync(version);
        Become(Role.CommitteeChair, consultation.CommitteeId!.Value);

        var silent = await Use<SendBackFeedbackHandler>().HandleAsync(new("torget", version, " "), CancellationToken);
        var back = await Use<SendBackFeedbackHandler>().HandleAsync(new("torget", version, "Skriv vad värmen kostar."), CancellationToken);
        Become(Role.CommitteeSecretary, consultation.CommitteeId.Value);
        var written = await WriteAsync(back.Value!.Version);

        Assert.IsType<FeedbackLocked>(locked.Error);
        Assert.IsType<FeedbackReasonMissing>(silent.Error);
        Assert.True(written.IsSuccess, written.Error?.Code);
    }

    [Fact]
    public async Task A_published_answer_is_followed_up_and_never_edited()
    {
        var consultation = await Data.WithCommitteeAsync();
        var version = await PublishAsync(consultation);
        Become(Role.CommitteeSecretary, consultation.CommitteeId!.Value);
        var edited = await WriteAsync(version);
        var point = (await SavedAsync()).Points[1];

        var added = await Use<FollowUpFeedbackHandler>().HandleAsync(new("torget", version, point.Id, PointStatus.Underway, "Slingorna är beställda.", "mars 2028"), CancellationToken);
        var stale = await Use<FollowUpFeedbackHandler>().HandleAsync(new("torget", version, point.Id, PointStatus.Done, "Klart", ""), CancellationToken);

        var answer = (await AnswerAsync()).Value!;
        Assert.IsType<FeedbackLocked>(edited.Error);
        Assert.True(added.IsSuccess, added.Error?.Code);
        Assert.IsType<FeedbackChangedMeanwhile>(stale.Error);
        Assert.Equal((PointStatus.Underway, "mars 2028"), (answer.Points[1].Status, answer.Points[1].When));
        Assert.Equal(ConsultationState.FollowUp, (await Db.Set<Consultation>().AsNoTracking().SingleAsync(CancellationToken)).State);
    }

    [Fact]
    public async Task The_short_list_shows_a_no_where_there_is_one()
    {
        await PublishAsync(await Data.WithCommitteeAsync());
        var feedback = await SavedAsync();

        var latest = (await Use<ListAnswersHandler>().HandleAsync(new(3), CancellationToken)).Value!;

        Assert.Equal(feedback.Points[0].Heading, Assert.Single(latest.Answered).Lead!.Heading);
        Assert.True(latest.Answered[0].Lead!.IsRefused);
    }

    private void Become(Role role, Guid committeeId)
    {
        User.Id = Guid.CreateVersion7();
        User.Roles.Clear();
        User.CommitteeRoles.Clear();
        if (role.IsCommittees())
        {
            User.CommitteeRoles.Add((role, committeeId));
        }
        else
        {
            User.Roles.Add(role);
        }
    }

    private async Task<Result<FeedbackSaved>> WriteAsync(uint version, string summary = "Nämnden går vidare.")
    {
        Db.ChangeTracker.Clear();
        return await Use<WriteFeedbackHandler>().HandleAsync(new("torget", version, TestData.CompleteAnswer() with { Summary = summary }), CancellationToken);
    }

    /// <summary>As the committee's secretary, who the user then is.</summary>
    private async Task<uint> SubmittedAsync(Consultation consultation)
    {
        Become(Role.CommitteeSecretary, consultation.CommitteeId!.Value);
        Db.ChangeTracker.Clear();
        var begun = await Db.Set<DecisionFeedback>().AsNoTracking().SingleOrDefaultAsync(CancellationToken);
        var written = await WriteAsync(begun?.Version ?? 0);
        return (await Use<SubmitFeedbackHandler>().HandleAsync(new("torget", written.Value!.Version), CancellationToken)).Value!.Version;
    }

    private async Task<uint> PublishAsync(Consultation consultation)
    {
        var version = await SubmittedAsync(consultation);
        Become(Role.CommitteeChair, consultation.CommitteeId!.Value);
        return (await Use<ApproveFeedbackHandler>().HandleAsync(new("torget", version), CancellationToken)).Value!.Version;
    }

    private Task<Result<AnswerView>> AnswerAsync() => Use<GetAnswerHandler>().HandleAsync(new("torget"), CancellationToken);

    private Task<Result<ReportView>> ReportAsync(Report report) => Use<GetReportHandler>().HandleAsync(new(report.Slug, null), CancellationToken);

    private Task<DecisionFeedback> SavedAsync() => Db.Set<DecisionFeedback>().AsNoTracking().SingleAsync(CancellationToken);
}
