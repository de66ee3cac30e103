using System.Collections.Concurrent;
using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Consultations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medborgardialog.Infrastructure.Persistence;

internal sealed class AnswerDefinitions(IServiceScopeFactory scopes, TimeProvider clock) : IAnswerDefinitions, IPublishedCopies
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, (AnswerDefinition Definition, DateTimeOffset ReadAt)> _kept = new(StringComparer.Ordinal);

    public async ValueTask<AnswerDefinition?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_kept.TryGetValue(slug, out var kept) && now - kept.ReadAt < Lifetime)
        {
            return kept.Definition;
        }

        var definition = await ReadAsync(slug, cancellationToken);
        if (definition is null)
        {
            _kept.TryRemove(slug, out _);
            return null;
        }

        _kept[slug] = (definition, now);
        return definition;
    }

    public void Forget(string slug) => _kept.TryRemove(slug, out _);

    private async Task<AnswerDefinition?> ReadAsync(string slug, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var row = await db.Set<Consultation>()
            .AsNoTracking()
            .Where(c => c.Slug == slug && c.State != ConsultationState.Draft && c.State != ConsultationState.InReview)
            .Select(c => new
            {
                Consultation = c,
                Questionnaire = db.Set<Questionnaire>().FirstOrDefault(q => q.DialogueId == c.Id),
                Pictures = c.Options.Where(o => o.PictureId != null).Select(o => new { o.Letter, o.PictureId }).ToList(),
            })
            .AsSplitQuery()
            .FirstOrDefaultAsync(cancellationToken);
        return row?.Questionnaire is null
            ? null
            : new AnswerDefinition(
                row.Consultation.Id, slug, row.Consultation.Title, row.Consultation.NameInText, row.Consultation.MinimumAssurance,
                row.Consultation.Mode, row.Consultation.State, row.Consultation.Schedule!, row.Consultation.Eligibility,
                row.Consultation.OtherWays, row.Questionnaire, row.Pictures.ToDictionary(p => p.Letter, p => p.PictureId!.Value));
    }
}
