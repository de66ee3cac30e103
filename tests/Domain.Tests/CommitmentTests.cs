using System.Text;
using Medborgardialog.Domain.Receipts;
using Xunit;

namespace Medborgardialog.Domain.Tests;

public class CommitmentTests
{
    /// <summary>The published vector: id 00–0f, r 20–3f, t 40–4f. It may never change within v1.</summary>
    [Fact]
    public void The_published_vector_holds()
    {
        var c = Commitment.Compute(Bytes(0x00, 16), Bytes(0x40, 16), Bytes(0x20, 32), Encoding.UTF8.GetBytes("""{"f1":["b"]}"""));

        Assert.Equal("af57ae34678ba514c5f2ce29f069720070f0347dbdc0819e2e566c870c2ff9a3", Convert.ToHexStringLower(c));
        Assert.Equal("V5L2-4NDH-ROSR-JRPS-ZYU7", Commitment.ReceiptCode(c));
    }

    [Theory]
    [InlineData("v5l2 4ndh rosr jrps zyu7", "V5L2-4NDH-ROSR-JRPS-ZYU7")]
    [InlineData("V5L24NDHROSRJRPSZYU7", "V5L2-4NDH-ROSR-JRPS-ZYU7")]
    [InlineData("V5L2-4NDH", null)]
    [InlineData("V5L2-4NDH-ROSR-JRPS-ZY01", null)]
    [InlineData(null, null)]
    public void A_typed_code_is_read_with_or_without_hyphens(string? typed, string? code) =>
        Assert.Equal(code, Commitment.NormaliseCode(typed));

    private static byte[] Bytes(int first, int count) => [.. Enumerable.Range(first, count).Select(b => (byte)b)];
}
