using System.Globalization;
using Medborgardialog.Application.Frames;
using Medborgardialog.Domain.Draws;

namespace Medborgardialog.Application.Draws;

/// <summary>Which columns of the file of respondents are something else than features.</summary>
/// <param name="Id">Null: the column <c>id</c> if there is one, otherwise people are numbered from 1 in the order of the file.</param>
/// <param name="Household">Columns that together say who lives together, for example address and postcode; none when anybody may sit with anybody.</param>
public sealed record DrawColumns(string? Id = null, IReadOnlyList<string>? Household = null);

public enum DrawFileProblemKind
{
    /// <summary>The file is empty, too large, or no text.</summary>
    NotATable,

    /// <summary>The first row lacks a column; Text is its name, or several to choose between.</summary>
    NoColumn,

    /// <summary>Text is not a whole number from 0.</summary>
    NotANumber,

    /// <summary>A household is half given: some of its columns are empty.</summary>
    HalfHousehold,
}

/// <param name="IsOfCategories">Which of the two files.</param>
/// <param name="Line">From 1; 0 when it is about the whole file.</param>
public sealed record DrawFileProblem(DrawFileProblemKind Kind, bool IsOfCategories, int Line = 0, string Text = "");

/// <summary>
/// Reads the two files that the open tools for sortition use: categories with <c>feature,value,min,max</c> (also headed <c>category,feature</c> or
/// <c>category,name</c>; flexible limits are read past), and respondents with a column for each feature. Encodings and separators as in
/// <see cref="FrameCsv"/>; texts are trimmed and normalised (NFC), and compared as they then stand.
/// </summary>
public static class DrawFiles
{
    /// <param name="input">Not checked: see <see cref="InputCheck"/>. Null when there are problems.</param>
    /// <returns>Problems, empty when both files could be read.</returns>
    public static IReadOnlyList<DrawFileProblem> Read(byte[] respondents, byte[] categories, int size, DrawColumns columns, out DrawInput? input)
    {
        List<DrawFileProblem> problems = [];
        (input, _, _) = Read(Rows(respondents, false, problems), Rows(categories, true, problems), size, columns, problems);
        return problems;
    }

    /// <returns>The input as <see cref="Read(byte[], byte[], int, DrawColumns, out DrawInput?)"/> gives it, and the rows that its people and quotas stand on.</returns>
    internal static (DrawInput? Input, List<CsvRow> Respondents, List<CsvRow> Categories) Read(
        byte[] respondents, byte[] categories, int size, DrawColumns columns, List<DrawFileProblem> problems) =>
        Read(Rows(respondents, false, problems), Rows(categories, true, problems), size, columns, problems);

    /// <summary>The place of a feature and of a value in a row of categories.</summary>
    internal static (int Feature, int Value) QuotaColumns(CsvRow heads)
    {
        var feature = Column(heads, ["category", "kategori"]);
        var value = Column(heads, feature < 0 ? ["value", "värde"] : ["feature", "name", "value", "värde"]);
        return (feature < 0 ? Column(heads, ["feature", "egenskap"]) : feature, value);
    }

    private static (DrawInput? Input, List<CsvRow> Respondents, List<CsvRow> Categories) Read(
        List<CsvRow> respondents, List<CsvRow> categories, int size, DrawColumns columns, List<DrawFileProblem> problems)
    {
        var quotas = categories.Count == 0 ? [] : Categories(categories, problems);
        var people = problems.Count == 0 ? People(respondents, quotas, columns, problems) : [];
        return (problems.Count == 0 ? new DrawInput(size, quotas, people) : null, respondents, categories);
    }

    private static List<QuotaCategory> Categories(List<CsvRow> rows, List<DrawFileProblem> problems)
    {
        var (feature, value) = QuotaColumns(rows[0]);
        var (min, max) = (Column(rows[0], ["min"]), Column(rows[0], ["max"]));
        foreach (var (column, name) in new[] { (feature, "feature, category"), (value, "value, name"), (min, "min"), (max, "max") }.Where(c => c.Item1 < 0))
        {
            problems.Add(new DrawFileProblem(DrawFileProblemKind.NoColumn, true, rows[0].Line, name));
        }

        if (problems.Count > 0)
        {
            return [];
        }

        return
        [
            .. rows.Skip(1)
                .Select(row => (Feature: Cell(row, feature), Quota: new Quota(Cell(row, value), Number(row, min, problems), Number(row, max, problems))))
                .GroupBy(q => q.Feature, q => q.Quota, StringComparer.Ordinal)
                .Select(g => new QuotaCategory(g.Key, [.. g])),
        ];
    }

    private static List<Candidate> People(List<CsvRow> rows, List<QuotaCategory> quotas, DrawColumns columns, List<DrawFileProblem> problems)
    {
        var id = Column(rows[0], [columns.Id ?? "id"]);
        int[] features = [.. quotas.Select(q => Column(rows[0], [q.Feature]))];
        int[] household = [.. (columns.Household ?? []).Select(name => Column(rows[0], [name]))];
        var named = quotas.Select(q => q.Feature).Concat(columns.Household ?? []).Zip<string, int>([.. features, .. household]).Append((columns.Id ?? "", columns.Id is null ? 0 : id));
        problems.AddRange(named.Where(c => c.Item2 < 0).Select(c => new DrawFileProblem(DrawFileProblemKind.NoColumn, false, rows[0].Line, c.Item1)));
        return problems.Count > 0
            ? []
            :
            [
                .. rows.Skip(1).Select((row, i) => new Candidate(
                    id < 0 ? (i + 1).ToString(CultureInfo.InvariantCulture) : Cell(row, id), [.. features.Select(f => Cell(row, f))], Household(row, household, problems))),
            ];
    }

    private static string? Household(CsvRow row, int[] columns, List<DrawFileProblem> problems)
    {
        string[] parts = [.. columns.Select(c => Cell(row, c)).Where(c => c.Length > 0)];
        if (parts.Length > 0 && parts.Length < columns.Length)
        {
            problems.Add(new DrawFileProblem(DrawFileProblemKind.HalfHousehold, false, row.Line));
        }

        return parts.Length == 0 ? null : string.Join(", ", parts);
    }

    private static List<CsvRow> Rows(byte[] file, bool isOfCategories, List<DrawFileProblem> problems)
    {
        var rows = FrameCsv.Decode(file) is { IsSuccess: true, Value: var text } ? FrameCsv.Parse(text) : [];
        if (rows.Count == 0)
        {
            problems.Add(new DrawFileProblem(DrawFileProblemKind.NotATable, isOfCategories));
        }

        return rows;
    }

    private static int Column(CsvRow heads, string[] names) =>
        names.Select(name => heads.Cells.ToList().FindIndex(h => string.Equals(h, name, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(i => i >= 0, -1);

    internal static string Cell(CsvRow row, int column) => column < row.Cells.Count ? row.Cells[column] : "";

    private static int Number(CsvRow row, int column, List<DrawFileProblem> problems)
    {
        var text = Cell(row, column);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        problems.Add(new DrawFileProblem(DrawFileProblemKind.NotANumber, true, row.Line, text));
        return 0;
    }
}
