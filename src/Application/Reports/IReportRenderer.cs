using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Application.Reports;

/// <summary>Turns a report's content into files. Pure: the same model always gives the same bytes.</summary>
public interface IReportRenderer
{
    /// <summary>The article, without page around it.</summary>
    string Html(ReportModel model);

    /// <summary>A whole document with its styles inside, ready to be printed.</summary>
    string Document(ReportModel model, string article);

    /// <summary>
    /// The files beside the article: every figure as rows (csv: UTF-8 with a byte order mark, semicolons, never a formula), and one for each writer.
    /// </summary>
    IReadOnlyList<RenderedFile> Files(ReportModel model);
}

/// <param name="Format">Ending of the name and key of the file, lower-case.</param>
public sealed record RenderedFile(string Format, string ContentType, byte[] Bytes);

/// <summary>Writes a report as one kind of file, beside those that every report has. Pure: the same model always gives the same bytes.</summary>
public interface IReportFileWriter
{
    /// <summary>Ending of the name and key of the file, lower-case.</summary>
    string Format { get; }

    string ContentType { get; }

    byte[] Write(ReportModel model);
}

/// <summary>Prints a document that needs nothing from outside.</summary>
public interface IPdfPrinter
{
    /// <summary>
    /// Null where no browser is found: everything but PDF works then, and the page says so. The same document and time give the same bytes from
    /// the same browser.
    /// </summary>
    /// <param name="at">The time that the file says it is from: that of the content.</param>
    Task<byte[]?> PrintAsync(string document, DateTimeOffset at, CancellationToken cancellationToken);
}
