using System.Xml.Linq;
using CsCheck;
using Medborgardialog.Domain.Common;
using Xunit;

namespace Medborgardialog.Domain.Tests;

public class PlainTextTests
{
    [Fact]
    public void A_text_is_never_cut_in_the_middle_of_a_character()
    {
        var family = "\U0001F468\u200D\U0001F469\u200D\U0001F467";

        Assert.Equal(new string('a', 279) + " …", PlainText.Shorten(new string('a', 279) + "\U0001F333 träd", 280));
        Assert.Equal(new string('a', 275) + " …", PlainText.Shorten(new string('a', 275) + family + "bcd", 280));
        Assert.Equal("kort", PlainText.Shorten("kort", 280));
    }

    [Fact]
    public void Whatever_is_typed_can_be_written_as_XML_and_cleaning_twice_changes_nothing() =>
        Gen.String[Gen.OneOf(Gen.Char, Gen.Char['\uD800', '\uDFFF'], Gen.Char['\0', '\u001F'], Gen.Char['\uFFFE', '\uFFFF']), 0, 30].Sample(text =>
        {
            var clean = PlainText.Clean(text);

            Assert.NotEmpty(new XElement("p", clean).ToString());
            Assert.Equal(clean, PlainText.Clean(clean));
            Assert.NotEmpty(new XElement("p", PlainText.Shorten(clean, 7)).ToString());
        });
}
