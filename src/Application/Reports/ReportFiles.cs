using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Application.Reports;

/// <summary>What a report's content is stored as. Pure: the same content gives the same bytes, whoever writes them and however often.</summary>
internal static class ReportFiles
{
    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Json(ReportModel model) => JsonSerializer.Serialize(model, _json);

    /// <summary>Every file but paper, the article first.</summary>
    public static IReadOnlyList<ReportFile> Of(Guid reportId, ReportModel model, IReportRenderer renderer) =>
    [
        new(reportId, "html", "text/html; charset=utf-8", Encoding.UTF8.GetBytes(renderer.Html(model))),
        new(reportId, "json", "application/json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(model, _json)),
        .. renderer.Files(model).Select(f => new ReportFile(reportId, f.Format, f.ContentType, f.Bytes)),
    ];
}
