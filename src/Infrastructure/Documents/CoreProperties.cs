using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Medborgardialog.Infrastructure.Documents;

/// <summary>
/// What a document says of itself: title, who made it, language and when. Written by hand, since the packager of the framework gives the part a
/// random name (ECMA-376 part 2, chapter 11).
/// </summary>
internal static class CoreProperties
{
    public const string Swedish = "sv-SE";

    private static readonly XNamespace _core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace _elements = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace _terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace _schema = "http://www.w3.org/2001/XMLSchema-instance";

    public static void Write(CoreFilePropertiesPart part, string title, string creator, DateTimeOffset at)
    {
        var moment = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var xml = new XElement(
            _core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", _core), new XAttribute(XNamespace.Xmlns + "dc", _elements),
            new XAttribute(XNamespace.Xmlns + "dcterms", _terms), new XAttribute(XNamespace.Xmlns + "xsi", _schema),
            new XElement(_elements + "title", title),
            new XElement(_elements + "creator", creator),
            new XElement(_elements + "language", Swedish),
            new XElement(_terms + "created", new XAttribute(_schema + "type", "dcterms:W3CDTF"), moment),
            new XElement(_terms + "modified", new XAttribute(_schema + "type", "dcterms:W3CDTF"), moment));
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(xml.ToString(SaveOptions.DisableFormatting)));
        part.FeedData(content);
    }
}
