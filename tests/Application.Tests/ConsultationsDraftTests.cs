using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class ConsultationsDraftTests : UseCaseTest
{
    [Fact]
    public async Task An_incomplete_draft_is_not_sent_for_review_and_says_what_is_missing()
    {
        User.Roles.Add(Role.Officer);
        var created = await Use<CreateConsultationHandler>().HandleAsync(new("Ska Ängsgatan få träd?", ""), CancellationToken);

        var sent = await Use<SendForReviewHandler>().HandleAsync(new(created.Value!.Slug, created.Value.Version), CancellationToken);

        Assert.Equal("ska-angsgatan-fa-trad", created.Value.Slug);
        var missing = Assert.IsType<ConsultationIncomplete>(sent.Error).Missing;
        Assert.Contains(PublishCheck.PromisedAnswer, missing);
        Assert.Contains(PublishCheck.AlreadyDecided, missing);
        Assert.DoesNotContain(PublishCheck.SecondPerson, missing);
    }

    [Fact]
    public async Task The_builder_shows_how_far_each_task_has_come()
    {
        var saved = await CreateAsync();
        saved = await Use<SetInfluenceHandler>().HandleAsync(
            new(saved.Value!.Slug, saved.Value.Version, InfluenceLevel.Consult, ["Valet"], []), CancellationToken);

        var view = await Use<GetBuilderHandler>().HandleAsync(new(saved.Value!.Slug), CancellationToken);

        Assert.Equal(BuilderTaskState.NeedsWork, view.Value!.Tasks[BuilderTask.Influence]);
        Assert.Equal(BuilderTaskState.NotStarted, view.Value.Tasks[BuilderTask.Questions]);
        Assert.Equal(["consultation.influence", "consultation.created"], view.Value.History.Select(h => h.Action));
    }

    [Fact]
    public async Task A_form_that_is_older_than_what_is_saved_is_refused()
    {
        var old = await CreateAsync();
        await Use<WriteBackgroundHandler>().HandleAsync(new("torg", old.Value!.Version, "Den andras text", ""), CancellationToken);

        var stale = await Use<WriteBackgroundHandler>().HandleAsync(new("torg", old.Value.Version, "Min text", ""), CancellationToken);

        Assert.IsType<ConsultationChangedMeanwhile>(stale.Error);
        Assert.Equal("Den andras text", await Db.Set<Consultation>().AsNoTracking().Select(c => c.Background).SingleAsync(CancellationToken));
    }

    [Fact]
    public async Task A_changed_option_makes_older_forms_stale_too()
    {
        var created = await CreateAsync();
        var withOption = await Use<AddOptionHandler>().HandleAsync(new("torg", created.Value!.Version), CancellationToken);
        var option = await Db.Set<Option>().AsNoTracking().SingleAsync(CancellationToken);
        await Use<DescribeOptionHandler>().HandleAsync(
            new("torg", withOption.Value!.Version, option.Id, new OptionText("Bilfritt", "Utan bilar", "", "", "", [])), CancellationToken);

        var stale = await Use<RemoveOptionHandler>().HandleAsync(new("torg", withOption.Value.Version, option.Id), CancellationToken);

        Assert.IsType<ConsultationChangedMeanwhile>(stale.Error);
    }

    [Fact]
    public async Task Removing_an_option_closes_the_gap_between_the_letters()
    {
        var saved = await CreateAsync();
        for (var i = 0; i < 3; i++)
        {
            saved = await Use<AddOptionHandler>().HandleAsync(new("torg", saved.Value!.Version), CancellationToken);
        }

        var second = await Db.Set<Option>().AsNoTracking().SingleAsync(o => o.Letter == "B", CancellationToken);
        saved = await Use<RemoveOptionHandler>().HandleAsync(new("torg", saved.Value!.Version, second.Id), CancellationToken);

        Assert.True(saved.IsSuccess);
        Assert.Equal(["A", "B"], await Db.Set<Option>().AsNoTracking().Select(o => o.Letter).Order().ToListAsync(CancellationToken));
    }

    [Theory]
    [InlineData("2026-03-29 02:30", "schedule.timeMissing")]
    [InlineData("2026-10-25 02:30", "schedule.timeTwice")]
    public async Task A_time_that_the_clocks_skip_or_show_twice_is_refused(string closes, string code)
    {
        var saved = await CreateAsync();

        var refused = await Use<SetScheduleHandler>().HandleAsync(
            new(
                "torg", saved.Value!.Version, new DateTime(2026, 3, 1, 8, 0, 0), new DateTime(2026, 3, 2, 8, 0, 0),
                DateTime.Parse(closes, System.Globalization.CultureInfo.InvariantCulture), new DateTime(2026, 10, 30, 8, 0, 0), new DateOnly(2026, 12, 1)),
            CancellationToken);

        var wrong = Assert.IsType<ScheduleWrong>(refused.Error);
        Assert.Equal((nameof(Schedule.ClosesAt), code), (wrong.Field, wrong.Code));
    }

    [Fact]
    public async Task Questions_are_added_changed_ordered_and_removed()
    {
        var saved = await CreateAsync();
        saved = await Use<AddOptionHandler>().HandleAsync(new("torg", saved.Value!.Version), CancellationToken);
        saved = await Use<AskAboutOptionsHandler>().HandleAsync(
            new("torg", saved.Value!.Version, "Ditt val", "Vilket?", "Inget", "Vet inte"), CancellationToken);
        saved = await WriteAsync(saved, "", QuestionKind.LongText, "Något mer?");
        saved = await WriteAsync(saved, "", QuestionKind.Multiple, "Vad är viktigt?", "Träd", "Träd", "Lek");
        saved = await Use<MoveQuestionHandler>().HandleAsync(new("torg", saved.Value!.Version, "fraga-2", -1), CancellationToken);
        saved = await Use<RemoveQuestionHandler>().HandleAsync(new("torg", saved.Value!.Version, "fraga"), CancellationToken);

        Assert.True(saved.IsSuccess, saved.Error?.Code);
        var questions = (await Db.Set<Questionnaire>().AsNoTracking().SingleAsync(CancellationToken)).Questions;
        Assert.Equal(["val", "fraga-2"], questions.Select(q => q.Key));
        Assert.Equal(["a", "inget", "vetinte"], questions[0].Choices.Select(c => c.Key));
        Assert.Equal(["trad", "trad-2", "lek"], questions[1].Choices.Select(c => c.Key));
    }

    [Fact]
    public async Task A_closed_question_without_choices_is_refused()
    {
        var refused = await WriteAsync(await CreateAsync(), "", QuestionKind.Single, "Ja eller nej?", "Ja");

        Assert.IsType<ChoicesWrong>(refused.Error);
    }

    [Theory]
    [InlineData(Role.Resident)]
    [InlineData(Role.Moderator)]
    [InlineData(Role.Administrator)]
    public async Task Others_than_officers_neither_start_nor_find_nor_change_a_draft(Role role)
    {
        var saved = await CreateAsync();
        User.Roles.Clear();
        User.Roles.Add(role);

        Assert.IsType<ForbiddenError>((await Use<CreateConsultationHandler>().HandleAsync(new("Mitt eget", ""), CancellationToken)).Error, exactMatch: false);
        Assert.IsType<ForbiddenError>((await Use<ListMyConsultationsHandler>().HandleAsync(new(), CancellationToken)).Error, exactMatch: false);
        Assert.IsType<ConsultationNotFound>((await Use<GetBuilderHandler>().HandleAsync(new("torg"), CancellationToken)).Error);
        Assert.IsType<ConsultationNotFound>(
            (await Use<WriteBackgroundHandler>().HandleAsync(new("torg", saved.Value!.Version, "x", ""), CancellationToken)).Error);
        Assert.IsType<ConsultationNotFound>((await Use<ApproveHandler>().HandleAsync(new("torg", saved.Value!.Version), CancellationToken)).Error);
    }

    private Task<Result<ConsultationSaved>> CreateAsync()
    {
        User.Roles.Add(Role.Officer);
        return Use<CreateConsultationHandler>().HandleAsync(new("Hur ska torget användas?", "torg"), CancellationToken);
    }

    private Task<Result<ConsultationSaved>> WriteAsync(
        Result<ConsultationSaved> before, string key, QuestionKind kind, string text, params string[] choices) =>
        Use<WriteQuestionHandler>().HandleAsync(
            new(
                "torg", before.Value!.Version, key, kind, "", text, "", Required: false, Headline: false, MaxChoices: 1,
                [.. choices.Select(c => new ChoiceText("", c, "", "", OutsideBase: false))]),
            CancellationToken);
}
