using System.Globalization;
using System.Text;
using Medborgardialog.Application.Frames;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Frames;

namespace Medborgardialog.Application.Evidence;

/// <summary>The columns of the two files that the ledger takes, and how a file becomes rows of them. Other columns are never read.</summary>
public static class LedgerColumns
{
    public const string Period = "period";
    public const string Service = "verksamhet";
    public const string From = "fran";
    public const string Way = "vag";
    public const string To = "till";
    public const string Reason = "orsak";
    public const string Count = "antal";
    public const string Users = "brukare";
    public const string Unit = "enhet";
    public const string Area = "omrade";
    public const string Sort = "slag";
    public const string Answered = "besvarade";
    public const string InTime = "itid";
    public const string Changed = "andrade";
    public const string Days = "dagarmedian";

    /// <summary>Five megabytes.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    public const int MaxLines = 50_000;

    private static readonly (string Key, string Heading, bool Required)[] _switching =
    [
        (Period, "period", true), (Service, "verksamhet", true), (From, "från", true), (Way, "väg", true), (To, "till", false), (Reason, "orsak", false),
        (Count, "antal", true), (Users, "brukare", true),
    ];

    private static readonly (string Key, string Heading, bool Required)[] _complaints =
    [
        (Period, "period", true), (Service, "verksamhet", true), (Unit, "enhet", false), (Area, "område", false), (Sort, "slag", true), (Count, "antal", true),
        (Answered, "besvarade", false), (InTime, "i_tid", false), (Changed, "ändrade", false), (Days, "dagar_median", false),
    ];

    /// <summary>The first line of such a file.</summary>
    public static string Header(EvidenceSourceKind kind) => string.Join(';', Of(kind).Select(c => c.Heading));

    /// <summary>As people know the column.</summary>
    internal static string Heading(EvidenceSourceKind kind, string key) => Array.Find(Of(kind), c => c.Key == key).Heading ?? key;

    /// <summary>The key that a heading or a field stands for: lower case, without accents and signs.</summary>
    internal static string KeyOf(string heading)
    {
        var plain = new StringBuilder(heading.Length);
        foreach (var letter in heading.Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetterOrDigit))
        {
            plain.Append(char.ToLowerInvariant(letter));
        }

        return plain.ToString();
    }

    /// <summary>
    /// The rows of a file: UTF-8 or Windows-1252, parted by semicolons, commas or tabs, headings in the first line. Errors:
    /// <see cref="EvidenceFileEmpty"/>, <see cref="EvidenceFileTooLarge"/>, <see cref="EvidenceFileNotText"/>, <see cref="EvidenceColumnsWrong"/>,
    /// <see cref="EvidenceTooMany"/>.
    /// </summary>
    internal static Result<IReadOnlyList<ImportLine>> Read(EvidenceSourceKind kind, byte[] file)
    {
        if (file.Length > MaxBytes)
        {
            return new EvidenceFileTooLarge();
        }

        var text = FrameCsv.Decode(file);
        if (!text.IsSuccess)
        {
            return text.Error is FrameFileNotText ? new EvidenceFileNotText() : new EvidenceFileEmpty();
        }

        var rows = FrameCsv.Parse(text.Value);
        if (rows.Count < 2)
        {
            return new EvidenceFileEmpty();
        }

        if (rows.Count - 1 > MaxLines)
        {
            return new EvidenceTooMany(MaxLines);
        }

        var keys = rows[0].Cells.Select(KeyOf).ToList();
        var missing = Of(kind).Where(c => c.Required && !keys.Contains(c.Key)).Select(c => c.Heading).ToList();
        if (missing.Count > 0)
        {
            return new EvidenceColumnsWrong(string.Join(", ", missing), string.Join(", ", rows[0].Cells.Where(c => c.Length > 0).Take(20).Select(c => PlainText.Shorten(c, 30))));
        }

        return (ImportLine[])[.. rows.Skip(1).Select(r => new ImportLine(r.Line, Cells(keys, r)))];
    }

    private static (string Key, string Heading, bool Required)[] Of(EvidenceSourceKind kind) => kind == EvidenceSourceKind.Switching ? _switching : _complaints;

    private static Dictionary<string, string> Cells(List<string> keys, CsvRow row)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(keys.Count, row.Cells.Count); i++)
        {
            cells.TryAdd(keys[i], row.Cells[i]);
        }

        return cells;
    }

    /// <summary>A whole number of at most nine digits, with or without spaces between thousands; null for anything else.</summary>
    internal static int? Number(string text) =>
        int.TryParse(text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1_000_000_000
            ? number : null;
}
