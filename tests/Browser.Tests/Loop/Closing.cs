using Hangfire;
using Medborgardialog.Domain.Consultations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Browser.Tests.Loop;

internal static class Closing
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(4);

    /// <summary>
    /// Lets the rådslag close in some seconds and waits for that second by the database's clock. By SQL, because the form counts in
    /// minutes and a published closing can be moved only later. The job that looks a minute ahead is told to look once more.
    /// </summary>
    public static async Task CloseAsync(Story story)
    {
        await story.Web.ExecuteAsync(
            $"UPDATE consultation SET closes_at = clock_timestamp() + {Soon}, results_at = clock_timestamp() + {Soon} WHERE slug = {story.Slug}");
        story.Web.Services.GetRequiredService<IRecurringJobManager>().Trigger("closing");
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await story.Web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM consultation WHERE slug = {story.Slug} AND closes_at <= clock_timestamp()") == 0)
        {
            await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>After the report has been made the box has been sealed: never before the second of closing.</summary>
    public static async Task WasSealedAsync(Story story)
    {
        var consultation = await story.Web.ReadAsync(db => db.Set<Consultation>().AsNoTracking().SingleAsync(c => c.Slug == story.Slug));
        var late = consultation.CountedAt - consultation.Schedule!.ClosesAt;
        Assert.True(late >= TimeSpan.Zero, $"Sealed {late} after closing.");
        story.Say($"Sealed {late!.Value.TotalMilliseconds:0} ms after closing");
    }
}
