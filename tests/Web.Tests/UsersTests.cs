using System.Net;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Web.Tests;

public class UsersTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task An_administrator_gives_a_role_with_a_reason_and_it_holds_at_once()
    {
        using var administrator = await web.StaffAsync(Role.Administrator);
        var staff = await web.AddStaffAsync();
        using var person = web.SignedIn(web.StaffCookie(staff));
        using var before = await person.GetAsync("/arbetsyta");

        using var given = await administrator.PostAsync(
            $"/system/anvandare/{staff.Id}", $"/system/anvandare/{staff.Id}?handler=Give", ("roll", "Officer"), ("skal", "Ny tjänst"));
        using var after = await person.GetAsync("/arbetsyta");

        Assert.Equal(HttpStatusCode.Forbidden, before.StatusCode);
        Assert.Equal(HttpStatusCode.Found, given.StatusCode);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        var row = await web.ReadAsync(db => db.Set<AuditEntry>().SingleAsync(a => a.SubjectId == staff.Id));
        Assert.Equal(("staff.given.officer", "Ny tjänst", "Åsa Provquist"), (row.Action, row.Reason, row.ActorName));
    }

    [Fact]
    public async Task A_role_that_is_taken_away_is_gone_at_the_next_request()
    {
        using var administrator = await web.StaffAsync(Role.Administrator);
        var staff = await web.AddStaffAsync(Role.Officer);
        using var person = web.SignedIn(web.StaffCookie(staff));
        using var before = await person.GetAsync("/arbetsyta");

        using var taken = await administrator.PostAsync(
            $"/system/anvandare/{staff.Id}?ta=officer", $"/system/anvandare/{staff.Id}?handler=Take", ("ta", "officer"), ("skal", "Slutar"));
        using var after = await person.GetAsync("/arbetsyta");

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.Found, taken.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, after.StatusCode);
    }

    [Fact]
    public async Task A_role_is_not_given_without_a_reason_and_the_choice_is_kept()
    {
        using var administrator = await web.StaffAsync(Role.Administrator);
        var staff = await web.AddStaffAsync();

        using var refused = await administrator.PostAsync(
            $"/system/anvandare/{staff.Id}", $"/system/anvandare/{staff.Id}?handler=Give", ("roll", "Moderator"), ("skal", " "));
        var page = await Visitor.ParseAsync(refused);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("Moderator", page.QuerySelector("#roll option[selected]")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("#skal[aria-invalid=true]"));
    }

    [Fact]
    public async Task A_committee_role_needs_a_committee()
    {
        using var administrator = await web.StaffAsync(Role.Administrator);
        var staff = await web.AddStaffAsync();

        using var refused = await administrator.PostAsync(
            $"/system/anvandare/{staff.Id}", $"/system/anvandare/{staff.Id}?handler=Give", ("roll", "CommitteeChair"), ("skal", "Ny ordförande"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Fact]
    public async Task Someone_signed_out_meanwhile_is_told_so_and_can_send_the_same_form_again()
    {
        var staff = await web.AddStaffAsync(Role.Administrator);
        var other = await web.AddStaffAsync();
        using var administrator = web.SignedIn(web.StaffCookie(staff));
        var token = (await administrator.PageAsync($"/system/anvandare/{other.Id}")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("roll", "Officer"), new("skal", "Ny tjänst"), new("__RequestVerificationToken", token)]);
        var body = await form.ReadAsStringAsync(TestContext.Current.CancellationToken);

        administrator.Forget(web.CookieName);
        using var refused = await SendAsync();
        administrator.Remember(web.CookieName, web.StaffCookie(staff));
        using var again = await SendAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Contains("finns kvar", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);

        async Task<HttpResponseMessage> SendAsync()
        {
            using var content = new StringContent(body, System.Text.Encoding.ASCII, "application/x-www-form-urlencoded");
            return await administrator.Http.PostAsync(new Uri($"/system/anvandare/{other.Id}?handler=Give", UriKind.Relative), content, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_person_is_added_once_and_has_no_role()
    {
        using var administrator = await web.StaffAsync(Role.Administrator);
        (string, string)[] form = [("namn", "Pär Ångström"), ("titel", "planarkitekt"), ("epost", "par@exempelby.example"), ("objekt", Guid.CreateVersion7().ToString())];

        using var added = await administrator.PostAsync("/system/anvandare/ny", null, form);
        using var again = await administrator.PostAsync("/system/anvandare/ny", null, form);

        Assert.Equal(HttpStatusCode.Found, added.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Empty(await web.ReadAsync(db => db.Set<StaffMember>().Where(s => s.Name == "Pär Ångström").Select(s => s.Roles).SingleAsync()));
    }
}

/// <summary>Alone in its installation.</summary>
public class LastAdministratorTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task The_last_administrator_stays()
    {
        var staff = await web.AddStaffAsync(Role.Administrator);
        using var administrator = web.SignedIn(web.StaffCookie(staff));

        using var refused = await administrator.PostAsync(
            $"/system/anvandare/{staff.Id}?ta=administrator", $"/system/anvandare/{staff.Id}?handler=Take", ("ta", "administrator"), ("skal", "Slutar"));
        using var still = await administrator.GetAsync("/system/anvandare");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }
}
