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
        // Saved with the content in one go: broken off half-way nothing would show that the files are to be written.
        report.Redact(ReportFiles.Json(model), texts["report.stale.quote"], clock.GetUtcNow());
        var stored = await db.Set<ReportFile>().Where(f => f.ReportId == report.Id).ToDictionaryAsync(f => f.Format, StringComparer.Ordinal, cancellationToken);
        foreach (var file in ReportFiles.Of(report.Id, model, renderer))
        {
            if (stored.Remove(file.Format, out var old))
            {
                old.Rewrite(file.Bytes);
            }
            else
            {
                db.Set<ReportFile>().Add(file);
            }
        }

        db.Set<ReportFile>().RemoveRange(stored.Values);
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
