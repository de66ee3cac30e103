using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Themes;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Themes;

public sealed record ListCodingSetsQuery;

/// <param name="Dialogue">Its title.</param>
/// <param name="Coded">Texts that somebody has said what they are about.</param>
public sealed record CodingSetListed(
    Guid Id, string Title, string Dialogue, int Inputs, int Coded, int Themes, bool IsReleased, bool IsChanged, string ReleasedBy, DateTimeOffset CreatedAt);

/// <summary>All codings, the latest begun first. Error: <see cref="CodingSetNotFound"/> for those who may not code.</summary>
public sealed class ListCodingSetsHandler(IAppDbContext db, CodingDesk desk, CodedDialogues dialogues) : IUseCase
{
    public async Task<Result<IReadOnlyList<CodingSetListed>>> HandleAsync(ListCodingSetsQuery query, CancellationToken cancellationToken)
    {
        _ = query;
        if (!desk.MayCode)
        {
            return new CodingSetNotFound();
        }

        var rows = await db.Set<CodingSet>().AsNoTracking().OrderByDescending(s => s.CreatedAt)
            .Select(s => new
            {
                Set = s,
                Inputs = db.Set<CodingInput>().Count(i => i.SetId == s.Id),
                Coded = db.Set<ThemeCoding>().Count(c => c.SetId == s.Id && !c.IsReplaced && c.Round == CodingRound.First),
                Themes = db.Set<CodingTheme>().Count(t => t.SetId == s.Id),
            })
            .ToListAsync(cancellationToken);
        var listed = new List<CodingSetListed>();
        foreach (var row in rows)
        {
            var dialogue = await dialogues.FindAsync(row.Set.DialogueId, cancellationToken);
            listed.Add(new CodingSetListed(
                row.Set.Id, row.Set.Title, dialogue?.Title ?? "", row.Inputs, row.Coded, row.Themes, row.Set.IsReleased, row.Set.IsChanged, row.Set.ReleasedByName,
                row.Set.CreatedAt));
        }

        return listed;
    }
}
