using System.Text.Json;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

public sealed record ListPublicThemesQuery(Guid DialogueId);

/// <param name="NumberSlug">Address part of the report that says more.</param>
/// <param name="Themes">At most <see cref="ListPublicThemesHandler.Most"/>, those that most residents wrote about first.</param>
public sealed record PublicThemes(string NumberSlug, IReadOnlyList<PublicTheme> Themes);

/// <param name="Writers">Residents who wrote.</param>
/// <param name="Posts">Posts tagged with it.</param>
public sealed record PublicTheme(string Name, int Writers, int Posts);

/// <summary>
/// What people wrote most about, as the latest delivered report has it. Null before there is one and before the result is public.
/// No quotes: a report stays as it was, but a post can be hidden after it.
/// </summary>
public sealed class ListPublicThemesHandler(IAppDbContext db, TimeProvider clock) : IUseCase
{
    public const int Most = 3;

    public async Task<PublicThemes?> HandleAsync(ListPublicThemesQuery query, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var report = await db.Set<Report>().AsNoTracking()
            .Where(r => r.DialogueId == query.DialogueId && r.State == ReportState.Delivered && r.WithdrawnAt == null)
            .Where(r => db.Set<AskedDialogue>().Any(c => c.Id == r.DialogueId && c.ResultsAt <= now))
            .OrderByDescending(r => r.Version)
            .FirstOrDefaultAsync(cancellationToken);
        if (report?.Model is not { } json)
        {
            return null;
        }

        var themes = JsonSerializer.Deserialize<ReportModel>(json)!.Themes
            .Where(t => t.Writers > 0)
            .OrderByDescending(t => t.Writers).ThenByDescending(t => t.Posts).ThenBy(t => t.Name, StringComparer.Ordinal)
            .Take(Most)
            .Select(t => new PublicTheme(t.Name, t.Writers, t.Posts ?? 0))
            .ToList();
        return themes.Count == 0 ? null : new PublicThemes(report.Slug, themes);
    }
}
