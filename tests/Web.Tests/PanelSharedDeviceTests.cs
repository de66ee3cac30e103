using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>A device in a home or a school is used by several: what one member filled in is nobody else's when that member has signed out.</summary>
[Collection(WalkedExempelby.Name)]
public class PanelSharedDeviceTests(ExempelbyFixture web)
{
    private const string Wave = "/ungdom/omgang/3";
    private const string First = "/enkater/ungdomspanelen-3/fraga/1";

    [Fact]
    public async Task What_a_member_has_filled_in_is_gone_from_the_device_with_the_member()
    {
        var resident = await web.ReadAsync(db => db.Set<Resident>().SingleAsync(r => r.Email == Infrastructure.Seeding.PanelStep.YoungMember));
        using var device = web.SignedIn(web.ResidentCookie(resident));
        using var begun = await device.PostAsync(Wave, null);
        using var started = await device.PostAsync(Wave, begun.Headers.Location!.ToString());
        var choice = (await device.PageAsync(First)).QuerySelector("input[name=val]")!.GetAttribute("value")!;
        using var answered = await device.PostAsync(First, null, ("val", choice));

        var mine = await device.PageAsync(First);
        using var left = await device.PostAsync("/logga-ut", null);
        using var next = await device.GetAsync(First);

        Assert.Equal(choice, mine.QuerySelector("input[name=val][checked]")?.GetAttribute("value"));
        var shown = await Visitor.ParseAsync(next);
        Assert.Null(shown.QuerySelector("input[name=val][checked]"));
        Assert.False(device.HasCookie(web.CookieName));
    }

    /// <summary>A session that has run out takes nothing away from the browser; what it holds is for one account alone.</summary>
    [Fact]
    public async Task The_pass_of_a_member_is_good_for_nobody_else_who_signs_in()
    {
        var resident = await web.ReadAsync(db => db.Set<Resident>().SingleAsync(r => r.Email == Infrastructure.Seeding.PanelStep.YoungMember));
        using var device = web.SignedIn(web.ResidentCookie(resident));
        using var begun = await device.PostAsync(Wave, null);
        using var started = await device.PostAsync(Wave, begun.Headers.Location!.ToString());
        using var mine = await device.GetAsync(First);
        var other = new Resident($"{Guid.CreateVersion7():N}@exempelby.example", TimeProvider.System.GetUtcNow());
        await web.AddAsync(other);

        device.Forget(web.CookieName);
        device.Remember(web.CookieName, web.ResidentCookie(other));
        using var theirs = await device.GetAsync(First);

        Assert.Equal(System.Net.HttpStatusCode.OK, mine.StatusCode);
        Assert.Equal((System.Net.HttpStatusCode.Found, "/ungdom/hem"), (theirs.StatusCode, theirs.Headers.Location?.OriginalString));
    }
}
