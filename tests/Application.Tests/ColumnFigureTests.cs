using System.Globalization;
using System.Xml.Linq;
using Medborgardialog.Application.Figures;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class ColumnFigureTests
{
    private static readonly FigureText Text = new("d", "Figur 3.", "Flest svar kom 1 juni", "Antal svar per dag", "Källa", "Antal svar per dag", ["Dag", "Svar"]);

    [Theory]
    [InlineData(0, 2)]
    [InlineData(3, 4)]
    [InlineData(27, 30)]
    [InlineData(129, 150)]
    [InlineData(150, 150)]
    [InlineData(1601, 2000)]
    public void The_axis_ends_at_a_round_number_that_no_bar_is_over(int largest, int end)
    {
        var figure = Draw(new Column("1 juni", largest));

        Assert.Equal(end, Texts(figure, "bred", "axel").Where(t => int.TryParse(t, NumberStyles.AllowThousands, CultureInfo.CurrentCulture, out _)).Max(t => int.Parse(t, NumberStyles.AllowThousands, CultureInfo.CurrentCulture)));
        Assert.All(figure.Descendants("rect"), r => Assert.True(Number(r, "height") <= 132));
    }

    [Fact]
    public void A_bar_is_as_high_as_its_count_and_stands_on_the_line()
    {
        var bars = Draw(new("1 juni", 20), new("2 juni", 10), new("3 juni", 0)).Descendants("svg").First().Elements("rect").ToList();

        Assert.Equal([132, 66, 0], bars.Select(b => Number(b, "height")));
        Assert.All(bars, b => Assert.Equal(188, Number(b, "y") + Number(b, "height")));
    }

    [Fact]
    public void What_happened_close_together_is_written_on_two_lines_and_a_third_has_its_line_alone()
    {
        Column[] days = [.. Enumerable.Range(0, 40).Select(i => new Column($"{i} maj", 5, i < 3 ? "påminnelse" : "", i < 3 ? "påm." : ""))];

        var wide = Draw(days).Descendants("svg").First();

        Assert.Equal(["14", "32"], wide.Elements("text").Where(t => t.Value == "påminnelse").Select(t => t.Attribute("y")!.Value));
        Assert.Equal(3, wide.Elements("line").Count(l => l.Attribute("class")!.Value == "ledare"));
    }

    [Fact]
    public void Names_of_days_never_meet_and_never_leave_the_drawing()
    {
        foreach (var count in new[] { 1, 5, 8, 21, 40, 62 })
        {
            foreach (var svg in Draw([.. Enumerable.Range(0, count).Select(i => new Column("30 november", 5))]).Descendants("svg"))
            {
                var starts = svg.Elements("text").Where(t => t.Value == "30 november").Select(t => Number(t, "x")).ToList();
                Assert.NotEmpty(starts);
                Assert.All(starts.Zip(starts.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 84));
            }
        }
    }

    private static XElement Draw(params Column[] columns) => ColumnFigure.Draw(Text, columns, ["Flest svar"], [["1 juni", "5"]], 3, "Visa som tabell");

    private static IEnumerable<string> Texts(XElement figure, string kind, string mark) =>
        figure.Descendants("svg").First(s => s.Attribute("class")!.Value == kind).Elements("text").Where(t => t.Attribute("class")!.Value == mark).Select(t => t.Value);

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
