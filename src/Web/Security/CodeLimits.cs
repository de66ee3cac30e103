using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Medborgardialog.Web.Security;

/// <summary>Bound from section <c>Codes</c>.</summary>
public sealed class CodeLimitOptions
{
    /// <summary>Wrong letter codes that one network may try in an hour; 0 for no limit.</summary>
    [Range(0, 1_000_000)]
    public int WrongPerNetworkAndHour { get; init; } = 30;
}

/// <summary>
/// How many wrong letter codes a network may try (trust T06), an IPv4 /24 or an IPv6 /56, in memory on this node and never written down.
/// Right ones are free: a library or a phone company answers for thousands. The lock on each selector is for all nodes and does not
/// depend on this.
/// </summary>
public sealed class CodeLimits(IOptions<CodeLimitOptions> options) : IDisposable
{
    private readonly int _most = options.Value.WrongPerNetworkAndHour == 0 ? int.MaxValue : options.Value.WrongPerNetworkAndHour;

    private readonly PartitionedRateLimiter<string> _networks = PartitionedRateLimiter.Create<string, string>(network =>
        RateLimitPartition.GetSlidingWindowLimiter(network, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = options.Value.WrongPerNetworkAndHour == 0 ? int.MaxValue : options.Value.WrongPerNetworkAndHour,
            Window = TimeSpan.FromHours(1), SegmentsPerWindow = 12,
        }));

    public bool MayTry(IPAddress? from) => Left(from) > 0;

    public bool HasGuessedWrong(IPAddress? from) => Left(from) < _most;

    public void CountWrong(IPAddress? from)
    {
        using var lease = _networks.AttemptAcquire(SignInLimits.Network(from));
    }

    public void Dispose() => _networks.Dispose();

    private long Left(IPAddress? from) => _networks.GetStatistics(SignInLimits.Network(from))?.CurrentAvailablePermits ?? _most;
}
