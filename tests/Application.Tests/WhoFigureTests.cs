using System.Globalization;
using System.Xml.Linq;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Disclosure;
using Medborgardialog.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class WhoFigureTests : UseCaseTest
{
    [Fact]
    public void Who_is_over_and_who_is_under_their_share_is_the_finding()
    {
        var figure = Draw(new("Centrum", 525, 41, 26), new("Norrstrand", 309, 24, 23), new("Byarna", 99, 8, 15));

        Assert.Equal("Figur 4. Centrum är fler bland svaren än i befolkningen, Byarna färre", figure.Descendants("h3").Single().Value);
        Assert.Equal(["+15", "+1", "−7"], figure.Descendants("tbody").Single().Elements("tr").Select(r => r.Elements().Last().Value));
    }

    [Fact]
    public void Nothing_is_said_of_a_difference_that_can_be_rounding()
    {
        var figure = Draw(new("Centrum", 40, 51, 50), new("Byarna", 39, 49, 50));

        Assert.Equal("Figur 4. Svarande och befolkning per område", figure.Descendants("h3").Single().Value);
    }

    /// <summary>The axis of the wide drawing is 400 units for the next ten percent above the largest share, and begins at 180.</summary>
    [Fact]
    public void A_dot_lies_where_its_share_is()
    {
        var figure = Draw(new("Centrum", 525, 41, 26), new("Byarna", 99, 0, 15));

        Assert.Equal([388, 508, 300, 180], Across(figure, "bred"));
        Assert.Equal(4, Across(figure, "smal").Count);
    }

    [Fact]
    public void Markup_in_the_name_of_a_group_is_text()
    {
        var figure = Draw(new("<b>A</b>", 40, 60, 50), new("B", 39, 40, 50));

        Assert.Empty(figure.Descendants("b"));
        Assert.Contains("&lt;b&gt;A&lt;/b&gt;", figure.ToString(), StringComparison.Ordinal);
    }

    private static List<double> Across(XElement figure, string kind) =>
        [.. figure.Descendants("svg").Single(s => s.Attribute("class")!.Value == kind).Elements("circle").Select(c => double.Parse(c.Attribute("cx")!.Value, CultureInfo.InvariantCulture))];

    private XElement Draw(params WhoRow[] rows) =>
        WhoFigure.Draw(Services.GetRequiredService<ITexts>(), "figur-omrade", "Figur 4.", "Svarande och befolkning per område", "Källa.", rows, 3);
}
