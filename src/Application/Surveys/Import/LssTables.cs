using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Surveys.Import;

/// <summary>
/// The tables of an .lss file: <c>document / table / rows / row / field</c>. Read as a stream, without document types, other files
/// or recursion, since the file may come from anybody.
/// </summary>
internal sealed partial class LssTables
{
    /// <summary>Most bytes of a file. The largest sample survey with every type and five languages has under one million.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>Most levels of elements; a survey has five, and a theme's settings a few more.</summary>
    private const int MaxDepth = 16;

    private readonly Dictionary<string, List<Dictionary<string, string>>> _tables = new(StringComparer.Ordinal);

    private string _type = "";

    private LssTables()
    {
    }

    public IEnumerable<string> Names => _tables.Keys;

    public IReadOnlyList<Dictionary<string, string>> this[string table] => _tables.TryGetValue(table, out var rows) ? rows : [];

    /// <summary>
    /// Errors: <see cref="LssEmpty"/>, <see cref="LssTooLarge"/>, <see cref="LssEncodingWrong"/>, <see cref="LssDoctypeRefused"/>,
    /// <see cref="LssNotXml"/>, <see cref="LssTooDeep"/>, <see cref="LssNotASurvey"/>.
    /// </summary>
    public static Result<LssTables> Read(Stream stream)
    {
        var bytes = Bytes(stream);
        if (bytes.Length > MaxBytes)
        {
            return new LssTooLarge(MaxBytes / 1024 / 1024);
        }

        if (bytes.AsSpan().TrimStart(" \t\r\n"u8).Length == 0)
        {
            return new LssEmpty();
        }

        if (!IsInItsEncoding(bytes))
        {
            return new LssEncodingWrong();
        }

        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = MaxBytes,
        };
        using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
        var tables = new LssTables();
        try
        {
            if (!tables.ReadAll(reader))
            {
                return new LssTooDeep();
            }
        }
        catch (XmlException broken)
        {
            return reader.Depth == 0 && Doctype.IsMatch(Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 4096)))
                ? new LssDoctypeRefused()
                : new LssNotXml(Math.Max(1, broken.LineNumber));
        }

        return tables._type == "Survey" && tables["surveys"].Count > 0 ? tables : new LssNotASurvey();
    }

    /// <returns>False when elements lie too deep.</returns>
    private bool ReadAll(XmlReader reader)
    {
        var (table, field, text) = ("", "", new StringBuilder());
        Dictionary<string, string>? row = null;
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth)
            {
                return false;
            }

            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.Depth == 1:
                    (table, row) = (reader.LocalName, null);
                    text.Clear();
                    break;
                case XmlNodeType.Element when reader is { Depth: 3, LocalName: "row" }:
                    row = new Dictionary<string, string>(StringComparer.Ordinal);
                    Rows(table).Add(row);
                    break;
                case XmlNodeType.Element when reader.Depth == 4:
                    field = reader.LocalName;
                    text.Clear();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    text.Append(reader.Value);
                    break;
                case XmlNodeType.EndElement when reader.Depth == 4 && row is not null:
                    row[field] = text.ToString();
                    break;
                case XmlNodeType.EndElement when reader is { Depth: 1, LocalName: "LimeSurveyDocType" }:
                    _type = text.ToString().Trim();
                    break;
            }
        }

        return true;
    }

    private List<Dictionary<string, string>> Rows(string table)
    {
        if (!_tables.TryGetValue(table, out var rows))
        {
            _tables[table] = rows = [];
        }

        return rows;
    }

    /// <summary>At most one byte more than is allowed.</summary>
    private static byte[] Bytes(Stream stream)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while (copy.Length <= MaxBytes && (read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, MaxBytes + 1 - copy.Length))) > 0)
        {
            copy.Write(buffer, 0, read);
        }

        return copy.ToArray();
    }

    /// <summary>UTF-8 unless the file says otherwise; what it says must be an encoding, and UTF-8 must be UTF-8.</summary>
    private static bool IsInItsEncoding(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return true;
        }

        var said = Declared.Match(Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 200))).Groups["name"].Value;
        try
        {
            if (said.Length > 0 && !said.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            {
                return Encoding.GetEncoding(said) is not null;
            }

            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(bytes) >= 0;
        }
        catch (ArgumentException)
        {
            // Also what a decoder throws at bytes that it cannot read.
            return false;
        }
    }

    [GeneratedRegex("""^[^<]{0,3}<\?xml [^>]*encoding\s*=\s*["'](?<name>[A-Za-z0-9._-]+)["']""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Declared { get; }

    [GeneratedRegex("<!DOCTYPE", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Doctype { get; }
}
