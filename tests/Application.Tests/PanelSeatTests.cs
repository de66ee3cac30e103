using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Panels;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Panels;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Application.Tests;

/// <summary>Lines, letters and terms: who has a seat, and for how long.</summary>
public class PanelSeatTests : UseCaseTest
{
    private static readonly DateOnly _today = new(2027, 3, 1);

    [Fact]
    public async Task Whoever_waits_and_gets_a_letter_takes_a_seat_and_the_address_of_the_letter_is_erased()
    {
        var panel = await Data.PanelAsync(TestData.PanelSettings(recruitment: Recruitment.Mixed));
        panel.Turn(PanelState.ClosedToNew);
        await Db.SaveChangesAsync(CancellationToken);
        var (first, second) = (await ListedAsync(panel), (await Data.ResidentsAsync(2))[0]);
        User.Id = second.Id;
        var waiting = await Use<JoinPanelHandler>().HandleAsync(new(panel.Slug, TestData.Asking(panel), null), CancellationToken);
        panel.Turn(PanelState.Open);
        await Db.SaveChangesAsync(CancellationToken);

        var without = await Use<TakeLetterSeatHandler>().HandleAsync(new(panel.Slug), CancellationToken);
        Passes.Give(panel.Id, new AnswerPass(first, AnswerDoor.LetterCode));
        var taken = await Use<TakeLetterSeatHandler>().HandleAsync(new(panel.Slug), CancellationToken);
        Passes.Give(panel.Id, new AnswerPass(first, AnswerDoor.LetterCode));
        User.Id = (await Data.ResidentsAsync(1))[0].Id;
        var another = await Use<JoinPanelHandler>().HandleAsync(new(panel.Slug, TestData.Asking(panel), null), CancellationToken);

        Assert.Equal(MembershipState.Waiting, waiting.Value?.State);
        Assert.IsType<OnlyByLetter>(without.Error);
        Assert.Equal(MembershipState.Active, taken.Value?.State);
        Assert.IsType<LetterUsed>(another.Error);
        Assert.True((await Db.Set<Membership>().AsNoTracking().SingleAsync(CancellationToken)).WasDrawn);
        Assert.Null((await Db.Set<FramePerson>().AsNoTracking().SingleAsync(CancellationToken)).Contact);
    }

    [Fact]
    public async Task A_panel_that_was_open_to_all_is_never_made_a_drawn_one()
    {
        var open = await Data.PanelAsync();
        var drawn = await Data.PanelAsync(TestData.PanelSettings("Lottade", recruitment: Recruitment.Draw), PanelKind.Adult, "lottade");

        Assert.IsType<MembersChoseThemselves>(open.Write(open.Settings with { Recruitment = Recruitment.Draw }).Error);
        Assert.True(drawn.Write(drawn.Settings with { Recruitment = Recruitment.Mixed }).IsSuccess);
        Assert.IsType<MembersChoseThemselves>(drawn.Write(drawn.Settings with { Recruitment = Recruitment.Draw }).Error);
    }

    [Fact]
    public async Task A_term_is_renewed_once_for_each_time_it_was_asked_and_not_for_whoever_has_grown_out()
    {
        var panel = await Data.PanelAsync();
        var (young, grown) = (Member(panel, 14), Member(panel, 20));
        var unasked = Member(panel, 14);
        var ends = young.TermEndsOn!.Value;

        Assert.Equal(MembershipTurn.AskedToStay, young.Pass(panel, ends.AddDays(-10)));
        Assert.Equal(MembershipTurn.Nothing, grown.Pass(panel, ends.AddDays(-10)));
        Assert.True(young.Renew(panel, ends.AddDays(-9)).IsSuccess);
        Assert.True(young.Renew(panel, ends.AddDays(-9)).IsSuccess);
        Assert.True(unasked.Renew(panel, ends.AddDays(-9)).IsSuccess);

        Assert.Equal((ends.AddMonths(24), ends), (young.TermEndsOn, unasked.TermEndsOn));
        Assert.Equal(MembershipTurn.Expired, grown.Pass(panel, ends.AddDays(1)));
    }

    [Fact]
    public async Task Whoever_grows_out_of_the_panel_in_line_gets_no_seat()
    {
        var panel = await Data.PanelAsync(TestData.PanelSettings(seats: 10));
        var waiting = Membership.Ask(panel, Guid.CreateVersion7(), TestData.Asking(panel, age: 20), active: 10, null, _today, TimeProvider.System.GetUtcNow()).Value!;

        Assert.Equal(MembershipTurn.Nothing, waiting.Pass(panel, _today.AddMonths(6)));
        Assert.Equal(MembershipTurn.Expired, waiting.Pass(panel, _today.AddYears(2)));
        Assert.Null(waiting.ResidentId);
    }

    [Fact]
    public void Somebody_has_the_same_id_in_each_list_of_a_dialogue_and_another_in_each_dialogue()
    {
        var (dialogue, origin) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        Assert.Equal(FramePerson.SamePerson(dialogue, origin), FramePerson.SamePerson(dialogue, origin));
        Assert.NotEqual(FramePerson.SamePerson(dialogue, origin), FramePerson.SamePerson(origin, dialogue));
        Assert.NotEqual(FramePerson.SamePerson(dialogue, origin), FramePerson.SamePerson(Guid.CreateVersion7(), origin));
    }

    private static Membership Member(Panel panel, int age) =>
        Membership.Ask(panel, Guid.CreateVersion7(), TestData.Asking(panel, age: age), 0, null, _today, TimeProvider.System.GetUtcNow()).Value!;

    private async Task<Guid> ListedAsync(Panel panel)
    {
        var frame = new Frame(panel.Id, TestData.FrameSettings(DateOnly.FromDateTime(DateTime.Today)), 1, Guid.CreateVersion7(), TimeProvider.System.GetUtcNow());
        var person = new FramePerson(frame.Id, "13–15", "Centrum", "", "sv", FrameContact.None with { Name = "Kim Provsson" });
        Db.AddRange(frame, person);
        await Db.SaveChangesAsync(CancellationToken);
        return person.Id;
    }
}
