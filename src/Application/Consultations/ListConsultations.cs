using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Consultations;

public sealed record ListConsultationsQuery;

/// <param name="Text">The first sentence of the summary.</param>
/// <param name="Picture">The picture of the second option, else the first: one drawing on the card.</param>
public sealed record ConsultationRow(
    Guid Id, string Slug, string Title, string NameInText, string Text, InfluenceLevel Influence, string Committee, Phase Phase,
    Schedule Schedule, DateOnly PromisedAt, PictureView? Picture)
{
    public bool IsOpen => Phase is Phase.OpenTalk or Phase.OpenAnswer;
}

/// <summary>Every published rådslag, open ones first by closing time, then the latest closed. Two statements.</summary>
public sealed class ListConsultationsHandler(IAppDbContext db, TimeProvider clock) : IUseCase
{
    public async Task<Result<IReadOnlyList<ConsultationRow>>> HandleAsync(ListConsultationsQuery query, CancellationToken cancellationToken)
    {
        _ = query;
        var rows = await db.Set<Consultation>()
            .AsNoTracking()
            .Where(c => c.State != ConsultationState.Draft && c.State != ConsultationState.InReview)
            .Select(c => new
            {
                Consultation = c,
                Committee = db.Set<Committee>().Where(k => k.Id == c.CommitteeId).Select(k => k.Name).FirstOrDefault(),
                Picture = c.Options.Where(o => o.PictureId != null).OrderByDescending(o => o.Letter == "B").ThenBy(o => o.Letter)
                    .Select(o => new { o.PictureId, o.PictureText }).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);

        var ids = rows.Select(r => r.Picture?.PictureId).OfType<Guid>().ToArray();
        var pictures = ids.Length == 0
            ? []
            : await db.Set<Picture>().Where(p => ids.Contains(p.Id))
                .Select(p => new { p.Id, p.DarkId, p.Width, p.Height })
                .ToDictionaryAsync(p => p.Id, cancellationToken);

        var (now, today) = (clock.GetUtcNow(), clock.SwedishToday());
        var list = rows
            .Select(r => new ConsultationRow(
                r.Consultation.Id, r.Consultation.Slug, r.Consultation.Title, r.Consultation.NameInText, r.Consultation.Summary,
                r.Consultation.Influence ?? InfluenceLevel.Consult, r.Committee ?? "", r.Consultation.PhaseAt(now, today),
                r.Consultation.Schedule!, r.Consultation.PromisedAt!.Value,
                r.Picture?.PictureId is { } id && pictures.TryGetValue(id, out var p)
                    ? new PictureView(p.Id, p.DarkId, r.Picture.PictureText, p.Width, p.Height)
                    : null))
            .ToList();
        return (Result<IReadOnlyList<ConsultationRow>>)(ConsultationRow[])
        [
            .. list.Where(r => r.IsOpen).OrderBy(r => r.Schedule.ClosesAt),
            .. list.Where(r => !r.IsOpen).OrderByDescending(r => r.Schedule.ClosesAt),
        ];
    }
}
