using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Medborgardialog.Web.Security;

/// <summary>Bound from section <c>SignIn</c>.</summary>
public sealed class SignInLimitOptions
{
    /// <summary>Codes that one network may ask for in an hour; 0 for no limit.</summary>
    [Range(0, 1_000_000)]
    public int CodesPerNetworkAndHour { get; init; } = 20;
}

/// <summary>How many codes a network may ask for (trust T04): an IPv4 /24 or an IPv6 /56, counted on this node.</summary>
public sealed class SignInLimits(IOptions<SignInLimitOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _networks = PartitionedRateLimiter.Create<string, string>(network =>
        options.Value.CodesPerNetworkAndHour == 0
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetSlidingWindowLimiter(network, _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = options.Value.CodesPerNetworkAndHour, Window = TimeSpan.FromHours(1), SegmentsPerWindow = 12,
            }));

    /// <summary>Counts the wish. False when the network has had its share.</summary>
    public bool Allows(IPAddress? from)
    {
        using var lease = _networks.AttemptAcquire(Network(from));
        return lease.IsAcquired;
    }

    public void Dispose() => _networks.Dispose();

    /// <returns>The part of the address that stands for the network, as hexadecimal digits.</returns>
    internal static string Network(IPAddress? from)
    {
        var address = from is { IsIPv4MappedToIPv6: true } ? from.MapToIPv4() : from;
        return address is null ? "" : Convert.ToHexString(address.GetAddressBytes(), 0, address.AddressFamily == AddressFamily.InterNetwork ? 3 : 7);
    }
}
