using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Medborgardialog.Web.Security;

/// <summary>Bound from section <c>OpenAnswers</c>.</summary>
public sealed class OpenAnswerOptions
{
    /// <summary>Answers through the open door that one network may send in an hour before the rest are marked; 0 for no limit. A school answers from one network.</summary>
    [Range(0, 1_000_000)]
    public int UnmarkedPerNetworkAndHour { get; init; } = 60;

    /// <summary>Answers that one network may send in an hour at all; 0 for no limit.</summary>
    [Range(0, 1_000_000)]
    public int MostPerNetworkAndHour { get; init; } = 600;
}

/// <summary>
/// How many answers without any proof a network may send (trust T25), an IPv4 /24 or an IPv6 /56, in memory on this node and never written
/// down. Over the first limit answers are counted and told apart, over the second they are refused, with the other ways to answer.
/// </summary>
public sealed class OpenAnswerLimits(IOptions<OpenAnswerOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _unmarked = Limiter(options.Value.UnmarkedPerNetworkAndHour);
    private readonly PartitionedRateLimiter<string> _most = Limiter(options.Value.MostPerNetworkAndHour);

    /// <summary>Counts one answer. False when no more are taken now.</summary>
    /// <param name="isMany">True when there are more than people in one place send.</param>
    public bool Take(IPAddress? from, out bool isMany)
    {
        var network = SignInLimits.Network(from);
        using var any = _most.AttemptAcquire(network);
        using var unmarked = _unmarked.AttemptAcquire(network);
        isMany = !unmarked.IsAcquired;
        return any.IsAcquired;
    }

    public void Dispose()
    {
        _unmarked.Dispose();
        _most.Dispose();
    }

    private static PartitionedRateLimiter<string> Limiter(int most) => PartitionedRateLimiter.Create<string, string>(network =>
        RateLimitPartition.GetSlidingWindowLimiter(network, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = most == 0 ? int.MaxValue : most, Window = TimeSpan.FromHours(1), SegmentsPerWindow = 12,
        }));
}
