using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Sends;
using Xunit;

namespace Medborgardialog.Domain.Tests;

public class SendRulesTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");
    private static readonly AllowedHours Hours = AllowedHours.Usual(Zone);

    /// <summary>A Monday at noon.</summary>
    private static readonly DateTimeOffset Opens = new(2026, 3, 2, 11, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Closes = Opens.AddDays(28);
    private static readonly SendTexts Words = new("Ämne", "Svara: {länk}");
    private readonly List<Send> _sends = [];

    [Fact]
    public void Reminders_come_on_day_four_and_day_ten_and_not_before()
    {
        Sent(SendKind.Invitation, Opens);

        Assert.Equal(new SendTooSoon(Local(2026, 3, 6)), Plan(SendKind.FirstReminder, Local(2026, 3, 5, 19)).Error);
        Assert.Equal(Local(2026, 3, 6, 8), Sent(SendKind.FirstReminder, Local(2026, 3, 6)).NextAt);
        Assert.Equal(new SendTooSoon(Local(2026, 3, 12)), Plan(SendKind.SecondReminder, Local(2026, 3, 11, 19)).Error);
        Assert.True(Plan(SendKind.SecondReminder, Local(2026, 3, 12, 8)).IsSuccess);
    }

    [Fact]
    public void In_a_short_dialogue_the_second_comes_half_way_but_on_a_later_day_than_the_first()
    {
        Sent(SendKind.Invitation, Opens);
        Sent(SendKind.FirstReminder, Local(2026, 3, 6, 8));

        Assert.Equal(Local(2026, 3, 9), SendRules.Earliest(Dialogue(Opens.AddDays(14)), SendKind.SecondReminder));
        Assert.Equal(Local(2026, 3, 7), SendRules.Earliest(Dialogue(Opens.AddDays(6)), SendKind.SecondReminder));
    }

    [Fact]
    public void Nothing_is_reminded_of_that_has_not_been_sent()
    {
        Assert.IsType<SendNoInvitation>(Plan(SendKind.FirstReminder, Local(2026, 3, 20, 9)).Error);
        Sent(SendKind.Invitation, Opens);
        Assert.IsType<SendNoInvitation>(Plan(SendKind.SecondReminder, Local(2026, 3, 20, 9)).Error);
    }

    [Fact]
    public void There_is_one_of_each_kind_until_it_is_stopped()
    {
        var invitation = Sent(SendKind.Invitation, Opens);
        Assert.IsType<SendKindTaken>(Plan(SendKind.Invitation, Opens.AddDays(1)).Error);

        Assert.True(invitation.Stop(SendStop.Officer, Opens.AddHours(1)).IsSuccess);

        Assert.True(Plan(SendKind.Invitation, Opens.AddDays(1)).IsSuccess);
        Assert.IsType<SendEnded>(invitation.Stop(SendStop.Officer, Opens.AddHours(1)).Error);
    }

    [Fact]
    public void Nothing_begins_before_answers_or_after_closing_even_when_the_hours_move_it_there()
    {
        Assert.IsType<SendBeforeOpening>(Plan(SendKind.Invitation, Opens.AddMinutes(-1), now: Opens.AddDays(-1)).Error);
        Assert.IsType<SendAfterClosing>(Plan(SendKind.Invitation, Closes).Error);
        Assert.IsType<SendAfterClosing>(Plan(SendKind.Invitation, Closes.AddDays(-1), closes: Local(2026, 3, 30, 8), at: Local(2026, 3, 29, 20)).Error);
        Assert.IsType<SendNotPublished>(Send.Plan(Dialogue(Closes) with { OpensAt = null }, SendKind.Invitation, SendChannel.Mail, Words, Opens, Hours, Guid.Empty, Opens).Error);
    }

    [Fact]
    public void A_send_that_has_ended_does_not_begin_again()
    {
        var send = Sent(SendKind.Invitation, Opens);
        send.Finish(Opens.AddHours(1));

        send.Start(Guid.CreateVersion7(), Opens.AddHours(2));
        send.Wait(Opens.AddHours(3));

        Assert.Equal((SendState.Done, Opens), (send.State, send.NextAt));
    }

    [Theory]
    [InlineData(SendChannel.Mail, "", "{länk}", "send.text.subject")]
    [InlineData(SendChannel.Mail, "Ämne", "", "send.text.text")]
    [InlineData(SendChannel.Mail, "Ämne", "Svara", "send.text.link")]
    [InlineData(SendChannel.Mail, "Ämne", "{länk} {namn}", "send.text.gap")]
    [InlineData(SendChannel.Sms, "", "Svara", "send.text.link")]
    [InlineData(SendChannel.Sms, "", "{länk} {stänger} {kontakt}", null)]
    [InlineData(SendChannel.Letter, "", "", null)]
    public void A_text_has_its_link_and_no_unknown_gap(SendChannel channel, string subject, string text, string? code) =>
        Assert.Equal(code, new SendTexts(subject, text).Check(channel).Error?.Code);

    [Theory]
    [InlineData(0, 'a', 0)]
    [InlineData(160, 'ä', 1)]
    [InlineData(161, 'a', 2)]
    [InlineData(306, 'a', 2)]
    [InlineData(307, 'a', 3)]
    [InlineData(80, '€', 1)]
    [InlineData(81, '€', 2)]
    [InlineData(152, '€', 2)]
    [InlineData(153, '€', 3)]
    [InlineData(70, 'č', 1)]
    [InlineData(71, 'č', 2)]
    [InlineData(134, 'č', 2)]
    [InlineData(135, 'č', 3)]
    public void Parts_of_a_text_message_are_counted_as_operators_do(int length, char sign, int parts) => Assert.Equal(parts, SmsParts.Count(new string(sign, length)));

    [Fact]
    public void A_token_of_one_purpose_is_nothing_for_another()
    {
        var token = LinkToken.New();

        Assert.NotEqual(LinkToken.AnswerHash(token), LinkToken.StopHash(token));
        Assert.Null(LinkToken.AnswerHash(token + "A"));
        Assert.Null(LinkToken.AnswerHash(token[..^1] + "å"));
        Assert.Equal(200, Enumerable.Range(0, 200).Select(_ => LinkToken.New()).Distinct().Count());
    }

    private static DateTimeOffset Local(int year, int month, int day, int hour = 0)
    {
        var wall = new DateTime(year, month, day, hour, 0, 0);
        return new DateTimeOffset(wall, Zone.GetUtcOffset(wall)).ToUniversalTime();
    }

    private SendDialogue Dialogue(DateTimeOffset closes) => new(
        Guid.CreateVersion7(), Opens, closes, _sends.Where(s => s.Kind == SendKind.Invitation).Min(s => s.StartedAt), _sends, Zone);

    private Result<Send> Plan(SendKind kind, DateTimeOffset when, DateTimeOffset? now = null, DateTimeOffset? closes = null, DateTimeOffset? at = null) =>
        Send.Plan(Dialogue(closes ?? Closes), kind, SendChannel.Mail, Words, at ?? when, Hours, Guid.Empty, now ?? when);

    private Send Sent(SendKind kind, DateTimeOffset at)
    {
        var send = Plan(kind, at).Value!;
        send.Start(Guid.CreateVersion7(), send.NextAt);
        _sends.Add(send);
        return send;
    }
}
