using System.Globalization;
using Medborgardialog.Application.Ideas;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Ideas;
using Medborgardialog.Domain.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Application.Tests;

/// <summary>What is written to the one who sent an idea.</summary>
public partial class IdeaTests
{
    [Fact]
    public async Task A_refused_idea_stays_in_the_queue_with_a_number_in_its_mail_and_another_moderator_shows_it()
    {
        await ResidentAsync();
        var number = await ShownAsync(Benches);
        Staff(Role.Officer);
        await TakeAsync(number, Full(IdeaStep.Thanked));
        Staff(Role.Moderator);
        await DecideAsync(number, show: false, HouseRule.Ads);

        var own = await DecideAsync(number, show: true);
        var queue = (await Use<ListIdeaQueueHandler>().HandleAsync(new(), CancellationToken)).Value!;
        var refusal = (await MailsAsync())[^1];
        Staff(Role.Moderator);
        var again = await DecideAsync(number, show: true);
        var mails = await MailsAsync();

        Assert.IsType<IdeaRefusedByYou>(own.Error);
        Assert.Equal((number, HouseRule.Ads), queue.Refused.Select(i => (i.Number, i.Rule!.Value)).Single());
        Assert.Contains($"nummer {number}", refusal.Subject, StringComparison.Ordinal);
        Assert.Contains($"nummer {number}", refusal.Text, StringComparison.Ordinal);
        Assert.True(again.IsSuccess);
        Assert.Contains("första svar kommer senast", mails[0].Text, StringComparison.Ordinal);
        Assert.Contains("visas nu", mails[^1].Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("första svar", mails[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_who_reads_English_writes_to_the_resident_in_Swedish()
    {
        await ResidentAsync();
        var number = await SendAsync(Benches);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        Staff(Role.Moderator);
        await DecideAsync(number, show: true);
        Staff(Role.Officer, title: "");
        await TakeAsync(number, Full(IdeaStep.Thanked));
        Staff(Role.Moderator);
        await DecideAsync(number, show: false, HouseRule.Ads);

        Assert.Equal(["Din idé visas nu: Fler bänkar längs ån", "Så går det med din idé: Fler bänkar längs ån", $"Din idé visas inte (nummer {number})"], (await MailsAsync()).Select(m => m.Subject));
        Assert.Contains(Today.AddDays(20).ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("sv-SE")), (await MailsAsync())[1].Text, StringComparison.Ordinal);
        Assert.Equal("handläggare", Assert.Single(await Db.Set<IdeaEntry>().ToListAsync(CancellationToken)).Role);
        Assert.Equal("en-GB", CultureInfo.CurrentUICulture.Name);
    }
}
