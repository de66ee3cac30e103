namespace Medborgardialog.Application.Exports;

public enum TableFormat
{
    /// <summary>UTF-8 with a byte order mark, semicolons, every text quoted, decimal points. The first sheet alone.</summary>
    Csv = 1,

    /// <summary>Office Open XML without formulas.</summary>
    Xlsx = 2,
}

/// <param name="IsNumber">The text is a number in the invariant culture, and written as one where the format knows numbers.</param>
public readonly record struct TableCell(string Text, bool IsNumber = false);

/// <param name="Name">At most 31 characters, none of <c>: \ / ? * [ ]</c>.</param>
/// <param name="Rows">Read once, in order. A row may be overwritten when the next one is asked for.</param>
public sealed record TableSheet(string Name, IReadOnlyList<string> Heads, IAsyncEnumerable<IReadOnlyList<TableCell>> Rows);

/// <summary>Writes tables as files, row by row: memory does not grow with the number of rows.</summary>
public interface ITableFiles
{
    Task WriteAsync(TableFormat format, IReadOnlyList<TableSheet> sheets, Stream to, CancellationToken cancellationToken);
}

/// <summary>A file that is made while it is sent.</summary>
/// <param name="Name">With its extension.</param>
public sealed record TableFile(string Name, string ContentType, Func<Stream, CancellationToken, Task> WriteAsync)
{
    public static string ContentTypeOf(TableFormat format) => format == TableFormat.Csv
        ? "text/csv; charset=utf-8"
        : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}
