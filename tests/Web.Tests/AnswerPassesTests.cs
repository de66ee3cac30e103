using Medborgardialog.Application.Ballots;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Web.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Net.Http.Headers;
using Xunit;

namespace Medborgardialog.Web.Tests;

public class AnswerPassesTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly EphemeralDataProtectionProvider _protection = new();
    private readonly HttpContextAccessor _accessor = new() { HttpContext = new DefaultHttpContext() };
    private readonly Guid _dialogue = Guid.CreateVersion7();
    private readonly AnswerPass _person = new(Guid.CreateVersion7(), AnswerDoor.LetterCode);

    private AnswerPasses Passes => new(_accessor, _protection, _clock);

    [Fact]
    public void A_pass_is_there_in_the_same_request_and_in_the_next_for_that_dialogue_alone()
    {
        Passes.Give(_dialogue, _person);

        Assert.Equal(_person, Passes.Find(_dialogue));
        NextRequest();
        Assert.Equal(_person, Passes.Find(_dialogue));
        Assert.Null(Passes.Find(Guid.CreateVersion7()));
    }

    [Fact]
    public void It_lasts_four_hours_from_the_code_and_is_not_prolonged_by_another()
    {
        Passes.Give(_dialogue, _person);
        NextRequest();
        _clock.Advance(TimeSpan.FromHours(3));
        Passes.Give(Guid.CreateVersion7(), _person with { PersonId = Guid.CreateVersion7() });
        NextRequest();

        Assert.Equal(_person, Passes.Find(_dialogue));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(Passes.Find(_dialogue));
    }

    [Fact]
    public void The_latest_code_of_a_dialogue_counts()
    {
        var other = _person with { PersonId = Guid.CreateVersion7() };
        Passes.Give(_dialogue, _person);
        NextRequest();
        Passes.Give(_dialogue, other);
        NextRequest();

        Assert.Equal(other, Passes.Find(_dialogue));
    }

    [Fact]
    public void Many_dialogues_do_not_make_the_cookie_grow_without_end()
    {
        for (var i = 0; i < 40; i++)
        {
            Passes.Give(Guid.CreateVersion7(), _person with { PersonId = Guid.CreateVersion7() });
            NextRequest();
        }

        Assert.InRange(_accessor.HttpContext!.Request.Cookies[AnswerPasses.Cookie]!.Length, 1, 2_500);
    }

    [Fact]
    public void An_open_door_is_remembered_for_months_and_a_code_goes_before_it()
    {
        var open = new AnswerPass(Guid.CreateVersion7(), AnswerDoor.Open);
        Passes.Give(_dialogue, open);

        var kept = SetCookieHeaderValue.ParseList([.. _accessor.HttpContext!.Response.Headers.SetCookie.OfType<string>()]).Single();
        Assert.Equal(TimeSpan.FromDays(90), kept.MaxAge);
        Assert.Equal(open, Passes.Find(_dialogue));
        Passes.Give(_dialogue, _person);
        Assert.Equal(_person, Passes.Find(_dialogue));
        Passes.Forget(_dialogue);
        Assert.Null(Passes.Find(_dialogue));
    }

    [Theory]
    [InlineData("")]
    [InlineData("CfDJ8nonsense")]
    [InlineData("[{}]")]
    public void What_the_server_has_not_sealed_is_nothing(string value)
    {
        _accessor.HttpContext!.Request.Headers.Cookie = $"{AnswerPasses.Cookie}={value}";

        Assert.Null(Passes.Find(_dialogue));
    }

    private void NextRequest()
    {
        var set = SetCookieHeaderValue.ParseList([.. _accessor.HttpContext!.Response.Headers.SetCookie.OfType<string>()]).Last(c => c.Name == AnswerPasses.Cookie);
        _accessor.HttpContext = new DefaultHttpContext();
        _accessor.HttpContext.Request.Headers.Cookie = $"{AnswerPasses.Cookie}={set.Value}";
    }
}
