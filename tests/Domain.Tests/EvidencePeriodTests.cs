using System.Globalization;
using Medborgardialog.Domain.Evidence;
using Xunit;

namespace Medborgardialog.Domain.Tests;

public class EvidencePeriodTests
{
    [Theory]
    [InlineData("2026-02", "2026-02-01", "2026-02-28")]
    [InlineData("2026-K1", "2026-01-01", "2026-03-31")]
    [InlineData("2026Q4", "2026-10-01", "2026-12-31")]
    [InlineData("2026 kvartal 2", "2026-04-01", "2026-06-30")]
    [InlineData("2026-03-05--2026-03-09", "2026-03-05", "2026-03-09")]
    [InlineData("2026-03-05 till 2026-03-05", "2026-03-05", "2026-03-05")]
    public void Months_quarters_and_days_are_read(string text, string from, string to) =>
        Assert.Equal(new EvidencePeriod(Day(from), Day(to)), EvidencePeriod.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("2026-00")]
    [InlineData("2026-13")]
    [InlineData("0000-01")]
    [InlineData("2026-K5")]
    [InlineData("2026-03-09--2026-03-05")]
    [InlineData("2026-02-30--2026-03-05")]
    public void Anything_else_is_not(string text) => Assert.Null(EvidencePeriod.Read(text));

    [Theory]
    [InlineData("2026-02", "2026-03", false)]
    [InlineData("2026-K1", "2026-03", true)]
    [InlineData("2026-03-31--2026-04-02", "2026-03", true)]
    public void Periods_overlap_when_they_have_a_day_in_common(string one, string other, bool overlap)
    {
        Assert.Equal(overlap, EvidencePeriod.Read(one)!.Value.Overlaps(EvidencePeriod.Read(other)!.Value));
        Assert.Equal(overlap, EvidencePeriod.Read(other)!.Value.Overlaps(EvidencePeriod.Read(one)!.Value));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
