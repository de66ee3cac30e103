using Medborgardialog.Domain.Disclosure;
using Xunit;

namespace Medborgardialog.Domain.Tests.Disclosure;

public class TextPlacesTests
{
    [Fact]
    public void A_small_unit_is_told_together_with_the_next_larger()
    {
        var places = TextPlaces.Of(
            [new("norr", 138, 40), new("soder", 121, 30), new("provlyckan", 37, 13), new("testbacken", 8, 2)], ProtectionLimits.Standard).ToDictionary(p => p.Unit);

        Assert.Equal("norr", places["norr"].Label);
        Assert.Equal("provlyckan,testbacken", places["provlyckan"].Label);
        Assert.Equal("provlyckan,testbacken", places["testbacken"].Label);
        Assert.True(places["norr"].TellsPaper);
        Assert.False(places["provlyckan"].TellsPaper);
    }

    [Fact]
    public void A_unit_told_with_those_of_no_known_unit_has_no_name() =>
        Assert.Equal([null, null, "norr"], TextPlaces.Of([new("", 4, 0), new("provlyckan", 37, 0), new("norr", 138, 0)], ProtectionLimits.Standard).Select(p => p.Label));

    [Fact]
    public void Nothing_is_told_in_class_H_nor_where_there_is_one_group_of_all()
    {
        Assert.All(TextPlaces.Of([new("norr", 138, 60), new("soder", 121, 60)], ProtectionLimits.High), p => Assert.Equal((null, false), (p.Label, p.TellsPaper)));
        Assert.All(TextPlaces.Of([new("norr", 12, 0), new("soder", 11, 0)], ProtectionLimits.Standard), p => Assert.Null(p.Label));
    }

    /// <summary>Whoever is told, and whoever is left without a unit, is one of at least twenty.</summary>
    [Fact]
    public void Every_label_and_the_lack_of_one_hides_among_twenty()
    {
        var random = new Random(5);
        for (var round = 0; round < 500; round++)
        {
            var units = Enumerable.Range(0, 1 + random.Next(9)).Select(i => new UnitAnswers(i == 0 && random.Next(2) == 0 ? "" : $"e{i}", 1 + random.Next(50), 0)).ToList();
            var total = units.Sum(u => u.Answers);

            var groups = TextPlaces.Of(units, ProtectionLimits.Standard).GroupBy(p => p.Label ?? "").Select(g => g.Sum(p => units.First(u => u.Unit == p.Unit).Answers));

            Assert.All(groups, size => Assert.True(size >= 20 || size == total, $"{size} of {total}"));
        }
    }
}
