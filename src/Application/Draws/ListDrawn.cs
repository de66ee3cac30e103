using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Draws;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Draws;

public sealed record ListDrawnQuery(string Slug);

/// <summary>Somebody who has been drawn, or has come in instead of one who declined.</summary>
/// <param name="PersonId">Of <see cref="DrawPerson"/>: 128 random bits, the same as long as the draw is there.</param>
/// <param name="Number">In the published draw.</param>
/// <param name="Line">Line in the officers' file.</param>
/// <param name="Values">Feature and value, in the order of the file of categories.</param>
/// <param name="InsteadOf">Number of the one who declined; null for those who were drawn.</param>
/// <param name="HasDeclined">No longer in the panel.</param>
/// <param name="Contact">Null when it has been erased.</param>
public sealed record DrawnPerson(
    Guid PersonId, int Number, int Line, IReadOnlyList<KeyValuePair<string, string>> Values, string? InsteadOf, bool HasDeclined, DrawContact? Contact);

/// <param name="DrawId">The draw, for whoever keeps where people came from.</param>
public sealed record DrawnPanelList(Guid DrawId, string Name, DateTimeOffset DrawnAt, IReadOnlyList<DrawnPerson> People);

/// <summary>
/// Everybody who has been drawn, those who declined included, by number: what recruiting goes on from. For officers. Errors:
/// <see cref="PanelDrawNotFound"/>, <see cref="PanelDrawElsewhere"/> before the panel is drawn.
/// </summary>
public sealed class ListDrawnHandler(IAppDbContext db, DrawDesk desk) : IUseCase
{
    public async Task<Result<DrawnPanelList>> HandleAsync(ListDrawnQuery query, CancellationToken cancellationToken)
    {
        if (!desk.IsOfficer || await db.Set<PanelDraw>().AsNoTracking().SingleOrDefaultAsync(d => d.Slug == query.Slug, cancellationToken) is not { } draw)
        {
            return new PanelDrawNotFound();
        }

        if (draw.DrawnAt is not { } drawnAt)
        {
            return new PanelDrawElsewhere();
        }

        var instead = draw.SeatChanges.Where(c => c.Instead is not null).ToDictionary(c => c.Instead!, c => c.Declined, StringComparer.Ordinal);
        var numbers = draw.Panel.Concat(instead.Keys).ToHashSet(StringComparer.Ordinal);
        var sitting = draw.Sitting.ToHashSet(StringComparer.Ordinal);
        var input = DrawDesk.Unpack(draw);
        var values = input.Candidates.Where(c => numbers.Contains(c.Id)).ToDictionary(
            c => int.Parse(c.Id, System.Globalization.CultureInfo.InvariantCulture), c => (c.Id, Values: input.Categories.Zip(c.Values, (category, v) => KeyValuePair.Create(category.Feature, v)).ToList()));
        var people = await db.Set<DrawPerson>().AsNoTracking().Where(p => p.DrawId == draw.Id && values.Keys.Contains(p.Number)).OrderBy(p => p.Number).ToListAsync(cancellationToken);
        return new DrawnPanelList(
            draw.Id, draw.Settings.Name, drawnAt,
            people.ConvertAll(p => new DrawnPerson(
                p.Id, p.Number, p.Line, values[p.Number].Values, instead.GetValueOrDefault(values[p.Number].Id), !sitting.Contains(values[p.Number].Id), p.Contact)));
    }
}
