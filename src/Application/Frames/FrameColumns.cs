using System.Globalization;
using System.Text;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;

namespace Medborgardialog.Application.Frames;

internal enum FrameColumn
{
    Name,
    Street,
    PostalCode,
    City,
    BirthDate,
    PersonalNumber,
    Area,
    Unit,
    Email,
    Mobile,
    Language,
}

/// <summary>Which cell holds what. Columns that are not asked for are never read.</summary>
internal sealed class FrameColumns
{
    /// <summary>The names that files have, in lower case without accents and signs; the first is the one we ask for.</summary>
    private static readonly Dictionary<FrameColumn, string[]> _names = new()
    {
        [FrameColumn.Name] = ["namn", "fulltnamn", "personnamn", "name"],
        [FrameColumn.Street] = ["adress", "gatuadress", "utdelningsadress", "adressrad", "adressrad1", "address"],
        [FrameColumn.PostalCode] = ["postnummer", "postnr"],
        [FrameColumn.City] = ["ort", "postort", "postadress"],
        [FrameColumn.BirthDate] = ["fodelsedatum", "fodd", "fodelsedag"],
        [FrameColumn.PersonalNumber] = ["personnummer", "personnr", "pnr", "samordningsnummer"],
        [FrameColumn.Area] = ["omrade", "stadsdel", "kommundel", "delomrade"],
        [FrameColumn.Unit] = ["enhet", "skola", "verksamhet"],
        [FrameColumn.Email] = ["epost", "epostadress", "mejl", "mejladress", "email", "mail"],
        [FrameColumn.Mobile] = ["mobil", "mobilnummer", "mobiltelefon", "telefon"],
        [FrameColumn.Language] = ["sprak", "language"],
    };

    private static readonly FrameColumn[] _letter = [FrameColumn.Name, FrameColumn.Street, FrameColumn.PostalCode, FrameColumn.City];
    private readonly Dictionary<FrameColumn, int> _places = [];
    private readonly string[] _header;

    private FrameColumns(CsvRow header) => _header = [.. header.Cells];

    public int Count => _header.Length;

    /// <summary>Headings of what is not read, as they stand in the file.</summary>
    public IReadOnlyList<string> Unused => [.. _header.Where((h, i) => h.Length > 0 && !_places.ContainsValue(i))];

    /// <summary>What the first line holds, for a person who wonders what was read.</summary>
    public string Found => string.Join(", ", _header.Where(c => c.Length > 0).Take(20).Select(c => PlainText.Shorten(c, 30)));

    public bool Has(FrameColumn column) => _places.ContainsKey(column);

    /// <summary>The file's own heading, for a person who has to find the cell.</summary>
    public string Heading(FrameColumn column) => _places.TryGetValue(column, out var at) ? _header[at] : _names[column][0];

    public string Cell(CsvRow row, FrameColumn column) =>
        _places.TryGetValue(column, out var at) && at < row.Cells.Count ? row.Cells[at] : "";

    /// <summary>The columns that are known, for a file that needs none of them; of two with the same meaning the first.</summary>
    public static FrameColumns Known(CsvRow header)
    {
        var columns = new FrameColumns(header);
        for (var i = 0; i < header.Cells.Count; i++)
        {
            var name = Plain(header.Cells[i]);
            foreach (var column in _names.Where(n => n.Value.Contains(name)).Select(n => n.Key))
            {
                columns._places.TryAdd(column, i);
            }
        }

        return columns;
    }

    /// <summary>One <see cref="FrameColumnsWrong"/> for all that is wrong with the first line.</summary>
    /// <param name="needsBirth">True when ages are limited.</param>
    /// <param name="needsArea">True when areas are limited.</param>
    public static Result<FrameColumns> Of(CsvRow header, bool needsBirth, bool needsArea)
    {
        var columns = new FrameColumns(header);
        var twice = new List<string>();
        for (var i = 0; i < header.Cells.Count; i++)
        {
            var name = Plain(header.Cells[i]);
            foreach (var column in _names.Where(n => n.Value.Contains(name)).Select(n => n.Key))
            {
                if (!columns._places.TryAdd(column, i))
                {
                    twice.Add(header.Cells[i]);
                }
            }
        }

        if (twice.Count > 0)
        {
            return new FrameColumnsWrong("twice", string.Join(", ", twice), columns.Found);
        }

        var missing = columns.Missing(needsBirth, needsArea).ToList();
        return missing.Count == 0 ? columns : new FrameColumnsWrong("missing", string.Join(", ", missing), columns.Found);
    }

    /// <summary>An address for a letter, or else a way to send.</summary>
    private IEnumerable<string> Missing(bool needsBirth, bool needsArea)
    {
        if (!Has(FrameColumn.Email) && !Has(FrameColumn.Mobile) || _letter.Any(c => c != FrameColumn.Name && Has(c)))
        {
            foreach (var column in _letter.Where(c => !Has(c)))
            {
                yield return _names[column][0];
            }
        }

        if (needsBirth && !Has(FrameColumn.BirthDate) && !Has(FrameColumn.PersonalNumber))
        {
            yield return "födelsedatum";
        }

        if (needsArea && !Has(FrameColumn.Area))
        {
            yield return "område";
        }
    }

    private static string Plain(string heading) => string.Concat(heading.Normalize(NormalizationForm.FormD)
        .Where(c => char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
}
