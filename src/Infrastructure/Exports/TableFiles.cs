using Medborgardialog.Application.Exports;

namespace Medborgardialog.Infrastructure.Exports;

internal sealed class TableFiles : ITableFiles
{
    public Task WriteAsync(TableFormat format, IReadOnlyList<TableSheet> sheets, Stream to, CancellationToken cancellationToken) =>
        format == TableFormat.Csv
            ? CsvFile.WriteAsync(sheets[0], to, cancellationToken)
            : XlsxFile.WriteAsync(sheets, to, cancellationToken);
}
