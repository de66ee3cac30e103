using Medborgardialog.Infrastructure.Persistence;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class OutboxRetriesTests
{
    [Fact]
    public void A_mail_server_may_be_away_for_four_days_and_is_asked_at_least_every_hour()
    {
        var waits = Enumerable.Range(1, OutboxRetries.Most - 1).Select(OutboxRetries.WaitAfter).ToList();

        Assert.Equal(5, waits[0].TotalSeconds);
        Assert.Equal(TimeSpan.FromHours(1), waits.Max());
        Assert.InRange(waits.Aggregate((a, b) => a + b).TotalDays, 3.9, 4.1);
        Assert.Equal(waits.Order(), waits);
    }
}
