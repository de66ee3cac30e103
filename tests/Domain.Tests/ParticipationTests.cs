using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Participation;
using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests;

public class ParticipationTests
{
    private static readonly DateOnly Monday = new(2026, 6, 1);
    private static readonly ProtectionLimits Limits = ProtectionLimits.Standard;

    [Theory]
    [InlineData(29, null, 0, false)]
    [InlineData(30, null, 0, true)]
    [InlineData(39, 30, 1, false)]
    [InlineData(40, 30, 1, true)]
    [InlineData(40, 30, 0, false)]
    [InlineData(519, 472, 1, false)]
    [InlineData(520, 472, 1, true)]
    public void Groups_are_counted_anew_when_a_day_has_passed_and_enough_have_come(int answers, int? before, int days, bool due) =>
        Assert.Equal(due, ParticipationRelease.IsDue(answers, before is { } n ? (Monday.AddDays(-days), n) : null, Monday, Limits));

    [Fact]
    public void A_small_group_is_never_alone_and_every_count_is_rounded()
    {
        var release = ParticipationRelease.Of(
            People(("16–24", "Centrum", 22), ("25–44", "Centrum", 31), ("65–79", "Byarna", 19), ("80+", "Byarna", 4), (null, "Byarna", 3)), Limits, Monday);

        var ages = release.Find(AboutYou.Age)!;
        Assert.Equal(79, release.Answers);
        Assert.All(ages.Groups, g => Assert.Equal(0, g.Count % 3));
        Assert.DoesNotContain(ages.Groups, g => g.Names is ["80+"] or [""]);
        Assert.Equal(["16–24", "25–44", "65–79", "80+", ""], ages.Groups.SelectMany(g => g.Names));
        Assert.Null(ages.Reason);
    }

    [Fact]
    public void Of_fewer_than_two_groups_of_ten_nothing_is_told()
    {
        var release = ParticipationRelease.Of(People(("16–24", "Centrum", 40), ("25–44", "Centrum", 5)), Limits, Monday);

        Assert.All(release.Variables, v => Assert.Empty(v.Groups));
        Assert.Equal(Withheld.TooFew, GroupComparison.Of(release.Find(AboutYou.Age), [new("16–24", 400), new("25–44", 300)], ordered: true, Limits).Reason);
    }

    /// <summary>Generated dialogues: whatever comes in, every published group of a night holds at least K, and two nights differ by at least K.</summary>
    [Fact]
    public void Through_a_whole_dialogue_no_group_and_no_difference_of_two_nights_is_small()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var (here, last) = (new List<TakenPart>(), (ParticipationRelease?)null);
            for (var day = 0; day < 25; day++)
            {
                here.AddRange(Enumerable.Range(0, random.Next(18)).Select(_ => Somebody(random)));
                var today = Monday.AddDays(day);
                if (!ParticipationRelease.IsDue(here.Count, last is null ? null : (last.Day, last.Answers), today, Limits))
                {
                    continue;
                }

                var release = ParticipationRelease.Of(here, Limits, today);
                Assert.True(last is null || release.Answers - last.Answers >= Limits.SmallestGroup);
                foreach (var group in release.Find(AboutYou.Age)!.Groups)
                {
                    Assert.True(here.Count(p => group.Names.Contains(p.Age ?? "")) >= Limits.SmallestGroup);
                }

                foreach (var group in release.Find(ParticipationRelease.Door)!.Groups)
                {
                    Assert.True(here.Count(p => group.Names.Contains(p.Door.ToString())) >= Limits.SmallestGroup);
                }

                last = release;
            }

            Assert.NotNull(last);
            Assert.True(IsolatesNobody(here.Take(last.Answers).ToList(), last), $"seed {seed}");
        }
    }

    [Fact]
    public void The_skew_is_half_the_sum_of_the_differences_over_the_groups_that_are_shown()
    {
        var comparison = GroupComparison.Of(
            Published(("Centrum", 42), ("Norrstrand", 24), ("Byarna", 33)), [new("Centrum", 260), new("Norrstrand", 230), new("Byarna", 510)], ordered: false, Limits);

        Assert.Equal(((42 / 99.0) - 0.26 + (24 / 99.0) - 0.23 + 0.51 - (33 / 99.0)) / 2, comparison.Skew!.Value, 1e-9);
        Assert.Equal(Skew.Some, Dissimilarity.Classify(comparison.Skew.Value));
        Assert.Equal(["Centrum", "Norrstrand", "Byarna"], comparison.Groups.Select(g => g.Names.Single()));
        Assert.Equal(33 / 510.0, comparison.Groups[^1].Rate, 1e-9);
    }

    [Fact]
    public void That_nobody_of_a_group_has_come_is_not_told_of_it_alone()
    {
        var ages = GroupComparison.Of(
            Published(("16–24", 30), ("25–44", 60)), [new("16–24", 300), new("25–44", 300), new("80+", 200)], ordered: true, Limits);
        var areas = GroupComparison.Of(
            Published(("Centrum", 60), ("Norrstrand", 30)), [new("Byarna", 200), new("Centrum", 300), new("Norrstrand", 300)], ordered: false, Limits);

        Assert.Equal(["16–24", "25–44, 80+"], ages.Groups.Select(g => string.Join(", ", g.Names)));
        Assert.Equal(500, ages.Groups[1].Size);
        Assert.Equal(["Byarna, Norrstrand", "Centrum"], areas.Groups.Select(g => string.Join(", ", g.Names)));
    }

    [Fact]
    public void Where_nearly_all_of_a_group_have_come_the_comparison_is_not_shown()
    {
        var comparison = GroupComparison.Of(Published(("16–24", 30), ("25–44", 60)), [new("16–24", 33), new("25–44", 300)], ordered: true, Limits);

        Assert.Equal(Withheld.TooAlike, comparison.Reason);
        Assert.Empty(comparison.Groups);
        Assert.Null(comparison.Skew);
    }

    [Fact]
    public void Those_who_did_not_say_are_not_compared()
    {
        var comparison = GroupComparison.Of(Published(("16–24", 30), ("25–44", 60), ("", 45)), [new("16–24", 300), new("25–44", 300)], ordered: true, Limits);

        Assert.Equal([30, 60], comparison.Groups.Select(g => g.Count));
    }

    [Fact]
    public void Every_day_has_its_bar_and_weeks_begin_on_Monday()
    {
        DayCount[] days = [new(Monday.AddDays(-2), 9, 5), new(Monday, 12, 7), new(Monday.AddDays(3), 6, 8)];

        var byDay = Period.Days(days, Monday.AddDays(-2), Monday.AddDays(8), 3);
        var byWeek = Period.Weeks(days, Monday.AddDays(-2), Monday.AddDays(8), 3);

        Assert.Equal([9, 0, 12, 0, 0, 6, 0, 0, 0, 0, 0], byDay.Select(p => p.Count));
        Assert.Equal([(Monday.AddDays(-2), Monday.AddDays(-1), 9), (Monday, Monday.AddDays(6), 18), (Monday.AddDays(7), Monday.AddDays(8), 0)], byWeek.Select(p => (p.From, p.To, p.Count)));
        Assert.Empty(Period.Days(days, Monday, Monday.AddDays(-1), 3));
    }

    [Fact]
    public void A_day_is_rounded_the_same_way_alone_and_as_the_only_day_of_its_week()
    {
        for (var key = 1L; key < long.MaxValue / 2; key *= 3)
        {
            DayCount[] days = [new(Monday, 11, key)];

            Assert.Equal(Period.Days(days, Monday, Monday, 3)[0].Count, Period.Weeks(days, Monday, Monday.AddDays(6), 3)[0].Count);
            Assert.Equal(0, Period.Days(days, Monday, Monday, 3)[0].Count % 3);
        }
    }

    /// <summary>Rule R12 by the definition: no union of groups of one variable differs from one of another by 1 to K − 1 people.</summary>
    private static bool IsolatesNobody(List<TakenPart> people, ParticipationRelease release)
    {
        var unions = release.Variables.Select(v => Unions(people, v)).ToList();
        unions.Add([[.. people.Select(_ => true)]]);
        return unions.SelectMany((one, i) => unions.Skip(i).SelectMany(other => one.SelectMany(a => other.Select(b => a.Zip(b).Count(p => p.First != p.Second)))))
            .All(difference => difference == 0 || difference >= Limits.SmallestGroup);
    }

    private static List<bool[]> Unions(List<TakenPart> people, PublishedVariable variable)
    {
        var groupOf = people.Select(p => variable.Groups.ToList().FindIndex(g => g.Names.Contains(variable.Key switch
        {
            AboutYou.Age => p.Age ?? "",
            AboutYou.Area => p.Area ?? "",
            _ => p.Door.ToString(),
        }))).ToArray();
        return [.. Enumerable.Range(0, 1 << variable.Groups.Count).Select(union => groupOf.Select(g => g >= 0 && (union >> g & 1) != 0).ToArray())];
    }

    private static PublishedVariable Published(params (string Name, int Count)[] groups) =>
        new("x", [.. groups.Select(g => new PublishedGroup([g.Name], g.Count))], null);

    private static List<TakenPart> People(params (string? Age, string Area, int Count)[] groups)
    {
        var random = new Random(3);
        return [.. groups.SelectMany(g => Enumerable.Range(0, g.Count).Select(_ => new TakenPart(g.Age, g.Area, AnswerDoor.LetterCode, new Tally(1, random.NextInt64()))))];
    }

    private static TakenPart Somebody(Random random)
    {
        string?[] ages = ["16–24", "25–44", "25–44", "45–64", "45–64", "65–79", "80+", null];
        string[] areas = ["Centrum", "Centrum", "Norrstrand", "Byarna"];
        AnswerDoor[] doors = [AnswerDoor.LetterCode, AnswerDoor.LetterCode, AnswerDoor.LetterCode, AnswerDoor.Paper, AnswerDoor.Phone];
        return new TakenPart(ages[random.Next(ages.Length)], areas[random.Next(areas.Length)], doors[random.Next(doors.Length)], new Tally(1, random.NextInt64()));
    }
}
