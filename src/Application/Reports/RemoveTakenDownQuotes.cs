using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Discussions;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

/// <summary>
/// A post that has been hidden is quoted in no report any more: its words are taken out of those that are finished, their files are written anew without it, and
/// they say that something was taken away. Paper is not printed again; the page says that there is none.
/// </summary>
public sealed class RemoveTakenDownQuotes(IAppDbContext db, IReportRenderer renderer, ITexts texts, TimeProvider clock) : IOutboxHandler<PostTakenDown>
{
    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task HandleAsync(PostTakenDown message, CancellationToken cancellationToken)
    {
        var post = await db.Set<Post>().AsNoTracking().Where(p => p.Id == message.PostId).Select(p => new { p.Text, p.ConsultationId }).SingleOrDefaultAsync(cancellationToken);
        if (post is null)
        {
            return;
        }

        foreach (var report in await db.Set<Report>().Where(r => r.DialogueId == post.ConsultationId && r.Model != null).ToListAsync(cancellationToken))
        {
            var model = JsonSerializer.Deserialize<ReportModel>(report.Model!)!;
            if (report.IsFinished && model.Themes.Any(t => t.Quotes.Append(t.Opposing).Any(q => q is not null && IsOf(q, post.Text))))
            {
                await WriteAsync(report, model with { Themes = [.. model.Themes.Select(t => Without(t, post.Text))] }, cancellationToken);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task WriteAsync(Report report, ReportModel model, CancellationToken cancellationToken)
    {
        report.Redact(JsonSerializer.Serialize(model, _json), texts["report.stale.quote"], clock.GetUtcNow());
        db.Set<ReportFile>().RemoveRange(await db.Set<ReportFile>().Where(f => f.ReportId == report.Id).ToListAsync(cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        db.Set<ReportFile>().Add(new ReportFile(report.Id, "html", "text/html; charset=utf-8", Encoding.UTF8.GetBytes(renderer.Html(model))));
        db.Set<ReportFile>().Add(new ReportFile(report.Id, "json", "application/json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(model, _json)));
        db.Set<ReportFile>().AddRange(renderer.Files(model).Select(f => new ReportFile(report.Id, f.Format, f.ContentType, f.Bytes)));
    }

    private static ReportTheme Without(ReportTheme theme, string text) => theme with
    {
        Quotes = [.. theme.Quotes.Where(q => !IsOf(q, text))],
        Opposing = theme.Opposing is { } opposing && IsOf(opposing, text) ? null : theme.Opposing,
    };

    /// <summary>A quote is the post's own words, with cuts marked "…".</summary>
    private static bool IsOf(ReportQuote quote, string text) =>
        quote.Text.Split('…', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } parts && parts.All(p => text.Contains(p, StringComparison.Ordinal));
}
