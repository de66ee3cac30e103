using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Evidence;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Evidence;

public sealed record ListEvidenceSourcesQuery;

/// <param name="Rows">Rows that hold.</param>
/// <param name="From">First day of them; null where none holds.</param>
/// <param name="LastAdded">When the latest row came.</param>
/// <param name="IsWithdrawn">None holds, since the source was withdrawn.</param>
public sealed record EvidenceSourceRow(Guid Id, EvidenceSourceKind Kind, string Title, int Rows, DateOnly? From, DateOnly? To, DateTimeOffset LastAdded, bool IsWithdrawn);

/// <summary>Every source of the ledger: what was imported first, then the dialogues, the latest first. <see cref="EvidenceNotFound"/> for others than officers.</summary>
public sealed class ListEvidenceSourcesHandler(IAppDbContext db, ImportDesk desk) : IUseCase
{
    public async Task<Result<IReadOnlyList<EvidenceSourceRow>>> HandleAsync(ListEvidenceSourcesQuery query, CancellationToken cancellationToken)
    {
        if (!desk.MayImport)
        {
            return new EvidenceNotFound();
        }

        var sources = await db.Set<EvidenceRow>().GroupBy(r => new { r.SourceId, r.SourceKind })
            .Select(g => new
            {
                g.Key.SourceId, g.Key.SourceKind, Title = g.Max(r => r.SourceTitle), Last = g.Max(r => r.AddedAt), Gone = g.Any(r => r.WithdrawnAt != null),
                Rows = g.Count(r => r.ReplacedAt == null && r.WithdrawnAt == null),
                From = g.Where(r => r.ReplacedAt == null && r.WithdrawnAt == null).Min(r => (DateOnly?)r.From),
                To = g.Where(r => r.ReplacedAt == null && r.WithdrawnAt == null).Max(r => (DateOnly?)r.To),
            })
            .ToListAsync(cancellationToken);
        return (EvidenceSourceRow[])
        [
            .. sources.OrderByDescending(s => ImportDesk.IsImported(s.SourceKind)).ThenByDescending(s => s.Last).ThenBy(s => s.Title, StringComparer.CurrentCulture)
                .Select(s => new EvidenceSourceRow(s.SourceId, s.SourceKind, s.Title ?? "", s.Rows, s.From, s.To, s.Last, s.Rows == 0 && s.Gone)),
        ];
    }
}
