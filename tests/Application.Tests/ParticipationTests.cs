using System.Text.Json;
using Medborgardialog.Application.Participation;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Sends;
using Medborgardialog.Infrastructure.Persistence;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class ParticipationTests : UseCaseTest
{
    public ParticipationTests() => User.Roles.Add(Role.Officer);

    [Fact]
    public async Task Counts_are_exact_and_groups_are_those_of_the_frame()
    {
        var consultation = await Data.ConsultationAsync();
        var people = await Data.PeopleAsync(consultation.Id, ("16–24", "Centrum", 60), ("25–44", "Centrum", 60), ("65–79", "Byarna", 80));
        await AnswerAsync(consultation, [.. people.Take(12), .. people.Skip(60).Take(30), .. people.Skip(120).Take(15)]);
        await Data.AnswerAsync(consultation.Id, people[60], choice: "b");
        await ReleaseAsync();

        var view = await ViewAsync();

        Assert.Equal((57, 57, 200, 28.5), (view.Answered, view.Begun, view.Eligible, view.Percent));
        Assert.Equal(["16–24", "25–44", "65–79"], view.Ages.Groups.Select(g => g.Names.Single()));
        Assert.Equal([12, 30, 15], view.Ages.Groups.Select(g => g.Count));
        Assert.Equal([60, 60, 80], view.Ages.Groups.Select(g => g.Size));
        Assert.Equal([42, 15], view.Areas.Groups.Select(g => g.Count));
        Assert.Equal(((30 / 57.0) - 0.3) + 0, view.Ages.Skew!.Value, 1e-9);
        Assert.Equal("Folkbokföringen, påhittat uttag", view.Reference!.Source);
    }

    [Fact]
    public async Task Fewer_than_ten_are_not_numbered_and_fewer_than_thirty_have_no_groups()
    {
        var consultation = await Data.ConsultationAsync();
        var people = await Data.PeopleAsync(consultation.Id, ("16–24", "Centrum", 40), ("25–44", "Byarna", 40));
        await AnswerAsync(consultation, [.. people.Take(9)]);
        await ReleaseAsync();
        var few = await ViewAsync();
        await AnswerAsync(consultation, [.. people.Skip(20).Take(20)]);
        await ReleaseAsync();
        var more = await ViewAsync();

        Assert.Equal((null, null, null, 0), (few.Answered, few.Begun, few.Percent, few.Changed));
        Assert.Equal(29, more.Answered);
        Assert.False(more.HasBreakdowns);
        Assert.Null(more.Counts.Release);
        Assert.Empty(more.Ages.Groups);
        Assert.Empty(more.Doors);
    }

    [Fact]
    public async Task A_few_who_changed_or_left_are_not_numbered()
    {
        var consultation = await Data.ConsultationAsync();
        var people = await Data.PeopleAsync(consultation.Id, ("16–24", "Centrum", 40));
        await AnswerAsync(consultation, [.. people.Take(12)]);
        await AnswerAsync(consultation, [.. people.Take(9)]);
        await DraftsAsync(consultation, 9);
        var few = await ViewAsync();
        await AnswerAsync(consultation, [people[9]]);
        await DraftsAsync(consultation, 1);
        var more = await ViewAsync();

        Assert.Equal((12, null, null), (few.Answered, few.Begun, few.Changed));
        Assert.Equal((12, 22, 10), (more.Answered, more.Begun, more.Changed));
    }

    [Fact]
    public async Task A_small_group_and_a_small_channel_are_merged_and_rounded()
    {
        var consultation = await Data.ConsultationAsync();
        var people = await Data.PeopleAsync(consultation.Id, ("16–24", "Centrum", 100), ("65–79", "Centrum", 100), ("80+", "Byarna", 100));
        await AnswerAsync(consultation, [.. people.Take(20), .. people.Skip(100).Take(17)]);
        await AnswerAsync(consultation, [.. people.Skip(200).Take(4)], AnswerDoor.Paper);
        await AnswerAsync(consultation, [.. people.Skip(204).Take(10)], AnswerDoor.Phone);
        await ReleaseAsync();

        var view = await ViewAsync();

        Assert.All(view.Ages.Groups.Select(g => g.Count).Concat(view.Areas.Groups.Select(g => g.Count)).Concat(view.Doors.Select(d => d.Count)), c => Assert.Equal(0, c % 3));
        Assert.Equal(["LetterCode", "Paper, Phone"], view.Doors.Select(d => string.Join(", ", d.Names)).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(view.Counts.Release!.Variables.SelectMany(v => v.Groups), g => g.Count < 9);
    }

    [Fact]
    public async Task Between_two_nights_nothing_moves_and_a_night_with_few_newcomers_counts_nothing()
    {
        var consultation = await Data.ConsultationAsync();
        var people = await Data.PeopleAsync(consultation.Id, ("16–24", "Centrum", 100), ("25–44", "Byarna", 100));
        await AnswerAsync(consultation, [.. people.Take(20), .. people.Skip(100).Take(16)]);
        await ReleaseAsync();
        var first = await ViewAsync();
        await AnswerAsync(consultation, [.. people.Skip(20).Take(12)]);
        await ReleaseAsync();
        var sameDay = await ViewAsync();
        await Data.ReleasedYesterdayAsync(consultation.Id);
        await ReleaseAsync();
        var nextNight = await ViewAsync();
        await AnswerAsync(consultation, [.. people.Skip(120).Take(9)]);
        await Data.ReleasedYesterdayAsync(consultation.Id);
        await ReleaseAsync();
        var few = await ViewAsync();

        Assert.Equal(48, sameDay.Answered);
        Assert.Equal(Groups(first), Groups(sameDay));
        Assert.Equal(48, nextNight.Counts.Release!.Answers);
        Assert.NotEqual(Groups(first), Groups(nextNight));
        Assert.Equal(57, few.Answered);
        Assert.Equal((48, Groups(nextNight)), (few.Counts.Release!.Answers, Groups(few)));
    }

    [Fact]
    public async Task A_closed_dialogue_is_counted_no_more()
    {
        var consultation = await Data.ConsultationAsync();
        var people = await Data.PeopleAsync(consultation.Id, ("16–24", "Centrum", 100), ("25–44", "Byarna", 100));
        await AnswerAsync(consultation, [.. people.Take(20), .. people.Skip(100).Take(16)]);
        await Data.MoveClosingAsync(consultation.Id, TimeSpan.FromSeconds(-1));
        await ReleaseAsync();

        var view = await ViewAsync();

        Assert.False(view.Counts.IsOpen);
        Assert.Null(view.Counts.Release);
        Assert.Equal(36, view.Answered);
    }

    [Fact]
    public async Task Without_a_frame_the_population_table_is_what_is_compared_with()
    {
        var consultation = await Data.ConsultationAsync();
        Db.AddRange(
            new Population("area", "Centrum", 0, 5200, "SCB 31 december 2025"), new Population("area", "Byarna", 1, 3000, "SCB 31 december 2025"),
            new Population("age", "16–24", 0, 4000, "SCB 31 december 2025"), new Population("age", "25–44", 1, 4200, "SCB 31 december 2025"));
        await Db.SaveChangesAsync(CancellationToken);
        for (var i = 0; i < 42; i++)
        {
            await Data.AnswerAsync(consultation.Id, RandomId.New(), AnswerDoor.Email, "a", i < 30 ? $$"""{"area":"{{(i < 18 ? "Centrum" : "Byarna")}}"}""" : null);
        }

        await ReleaseAsync();

        var view = await ViewAsync();

        Assert.False(view.Reference!.IsFrame);
        Assert.Equal([(18, 5200), (12, 3000)], view.Areas.Groups.Select(g => (g.Count, g.Size)));
        Assert.Equal(Withheld.TooFew, view.Ages.Reason);
        Assert.Equal(20_000, view.Eligible);
    }

    [Fact]
    public async Task Days_before_today_are_counted_and_sends_stand_on_theirs()
    {
        var consultation = await Data.ConsultationAsync();
        var people = await Data.PeopleAsync(consultation.Id, ("16–24", "Centrum", 40), ("25–44", "Byarna", 40));
        await AnswerAsync(consultation, people);
        await Db.Database.ExecuteSqlAsync($"UPDATE participation SET day = day - 1 WHERE consultation_id = {consultation.Id} AND participant_id <> {people[0]}", CancellationToken);
        await Data.RunningAsync(consultation, SendKind.FirstReminder);

        var view = await ViewAsync();

        Assert.Equal([(view.Counts.Today.AddDays(-1), 79)], view.Counts.Days.Select(d => (d.Day, d.Count)));
        Assert.Equal([(view.Counts.Today, (SendKind?)SendKind.FirstReminder)], view.Sent.Select(s => (s.Day, s.Kind)));
    }

    [Fact]
    public async Task It_is_there_for_officers_alone()
    {
        await Data.ConsultationAsync();
        User.Roles.Clear();
        User.Roles.UnionWith([Role.Administrator, Role.Moderator]);

        Assert.IsType<FrameNotFound>((await Use<GetParticipationHandler>().HandleAsync(new GetParticipationQuery("radslag", "torget"), CancellationToken)).Error);
    }

    /// <summary>The same people answer otherwise: nothing that is shown differs, apart from rounding, whose keys are drawn at random.</summary>
    [Fact]
    public async Task What_was_answered_is_not_read()
    {
        Assert.All(
            new[] { BallotStatements.CountParticipation, BallotStatements.CountDays, BallotStatements.ListForRelease, BallotStatements.WhoTookPart },
            sql => Assert.DoesNotMatch(@"\bbody\b|first_choices|receipt|owner_tag|\*(?!\))", sql));
        var (one, other) = (await Data.ConsultationAsync(), await Data.ConsultationAsync(slug: "parken"));
        foreach (var (consultation, choice) in new[] { (one, "a"), (other, "b") })
        {
            var people = await Data.PeopleAsync(consultation.Id, ("16–24", "Centrum", 60), ("25–44", "Byarna", 60));
            foreach (var person in people.Take(15).Concat(people.Skip(60).Take(18)))
            {
                await Data.AnswerAsync(consultation.Id, person, choice: choice);
            }
        }

        await ReleaseAsync();

        Assert.Equal(Groups(await ViewAsync()), Groups(await ViewAsync("parken")));
    }

    private static string Groups(ParticipationView view) => JsonSerializer.Serialize(view.Counts.Release!.Variables);

    private async Task<ParticipationView> ViewAsync(string slug = "torget") =>
        (await Use<GetParticipationHandler>().HandleAsync(new GetParticipationQuery("radslag", slug), CancellationToken)).Value!;

    private async Task ReleaseAsync() => await Use<ReleaseParticipationHandler>().HandleAsync(new ReleaseParticipationCommand(), CancellationToken);

    private async Task AnswerAsync(Consultation consultation, IReadOnlyList<Guid> people, AnswerDoor door = AnswerDoor.LetterCode)
    {
        foreach (var person in people)
        {
            await Data.AnswerAsync(consultation.Id, person, door);
        }
    }

    private async Task DraftsAsync(Consultation consultation, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Db.Database.ExecuteSqlAsync(
                $"INSERT INTO answer_draft (id, consultation_id, body, day) VALUES ({RandomId.Bytes(16)}, {consultation.Id}, {new byte[] { 1 }}, current_date)", CancellationToken);
        }
    }
}
