using System.Net;
using Medborgardialog.Web.Security;
using Microsoft.Extensions.Options;
using Xunit;

namespace Medborgardialog.Web.Tests;

public class SignInLimitsTests
{
    [Fact]
    public void A_network_that_has_had_its_share_waits_and_others_do_not()
    {
        using var limits = new SignInLimits(Options.Create(new SignInLimitOptions { CodesPerNetworkAndHour = 20 }));

        var allowed = Enumerable.Range(1, 100).Count(i => limits.Allows(IPAddress.Parse($"192.0.2.{i}")));

        Assert.Equal(20, allowed);
        Assert.True(limits.Allows(IPAddress.Parse("192.0.3.1")));
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.254", true)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.9", true)]
    [InlineData("2001:db8:1:100::1", "2001:db8:1:1ff::2", true)]
    [InlineData("2001:db8:1:100::1", "2001:db8:1:200::1", false)]
    public void Addresses_of_one_network_count_together(string one, string other, bool same) =>
        Assert.Equal(same, SignInLimits.Network(IPAddress.Parse(one)) == SignInLimits.Network(IPAddress.Parse(other)));
}
