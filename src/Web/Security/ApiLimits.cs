using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Medborgardialog.Web.Security;

/// <summary>Bound from section <c>Api</c>.</summary>
public sealed class ApiLimitOptions
{
    /// <summary>Requests that one key may make in a minute; 0 for no limit.</summary>
    [Range(0, 1_000_000)]
    public int PerKeyAndMinute { get; init; } = 60;

    /// <summary>Wrong keys that one network may try in an hour; 0 for no limit.</summary>
    [Range(0, 1_000_000)]
    public int WrongPerNetworkAndHour { get; init; } = 30;
}

/// <summary>How often a key is used and how often a network may guess, in memory on this node.</summary>
public sealed class ApiLimits(IOptions<ApiLimitOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<Guid> _keys = PartitionedRateLimiter.Create<Guid, Guid>(key => RateLimitPartition.GetSlidingWindowLimiter(
        key, _ => Window(options.Value.PerKeyAndMinute, TimeSpan.FromMinutes(1), 6)));

    private readonly PartitionedRateLimiter<string> _networks = PartitionedRateLimiter.Create<string, string>(network => RateLimitPartition.GetSlidingWindowLimiter(
        network, _ => Window(options.Value.WrongPerNetworkAndHour, TimeSpan.FromHours(1), 12)));

    /// <summary>Counts one request of the key. False when it has made too many.</summary>
    public bool Take(Guid key)
    {
        using var lease = _keys.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    public bool MayTry(IPAddress? from) => _networks.GetStatistics(SignInLimits.Network(from)) is not { CurrentAvailablePermits: <= 0 };

    public void CountWrong(IPAddress? from)
    {
        using var lease = _networks.AttemptAcquire(SignInLimits.Network(from));
    }

    public void Dispose()
    {
        _keys.Dispose();
        _networks.Dispose();
    }

    private static SlidingWindowRateLimiterOptions Window(int most, TimeSpan window, int segments) =>
        new() { PermitLimit = most == 0 ? int.MaxValue : most, Window = window, SegmentsPerWindow = segments };
}
