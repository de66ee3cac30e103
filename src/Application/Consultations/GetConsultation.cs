using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Calendar;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Consultations;

public sealed record GetConsultationQuery(string Slug);

/// <summary>A rådslag for its public pages. Two statements. <see cref="ConsultationNotFound"/> when there is none or it is a draft and the asker is no officer.</summary>
public sealed class GetConsultationHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<ConsultationView>> HandleAsync(GetConsultationQuery query, CancellationToken cancellationToken)
    {
        var row = await db.Set<Consultation>()
            .AsNoTracking()
            .Where(c => c.Slug == query.Slug)
            .Select(c => new
            {
                Consultation = c,
                Committee = db.Set<Committee>().Where(k => k.Id == c.CommitteeId).Select(k => new { k.Name, k.Slug }).FirstOrDefault(),
                c.Options,
                Notices = c.Notices.OrderBy(n => n.At).ToList(),
                EscalatedAt = db.Set<Milestone>()
                    .Where(m => m.DialogueId == c.Id && m.Kind == MilestoneKind.Escalated && m.Day == (c.NewPromisedAt ?? c.Schedule!.PromisedAt))
                    .Select(m => (DateTimeOffset?)m.At).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return new ConsultationNotFound();
        }

        var consultation = row.Consultation;
        var phase = consultation.PhaseAt(clock.GetUtcNow(), clock.SwedishToday());
        if (!ConsultationAccess.MaySee(user, phase))
        {
            return new ConsultationNotFound();
        }

        var pictures = await PicturesAsync([.. row.Options.Select(o => o.PictureId).OfType<Guid>()], cancellationToken);
        return new ConsultationView(
            consultation.Id, consultation.Slug, consultation.Title, consultation.NameInText, consultation.Summary, consultation.Background,
            consultation.EasySwedish, consultation.Influence ?? InfluenceLevel.Consult, consultation.CanInfluence, consultation.AlreadyDecided,
            row.Committee?.Name ?? "", row.Committee?.Slug ?? "", consultation.Eligibility, consultation.OtherWays, consultation.PrivacyText,
            consultation.ContactName, consultation.ContactPhone, consultation.Mode, phase, consultation.Schedule, consultation.PromisedAt,
            consultation.PausedUntil, consultation.StateReason, consultation.StateDecidedBy, consultation.StateChangedAt,
            consultation.AspectNames, consultation.CardAspects,
            [.. row.Options.OrderBy(o => o.Letter, StringComparer.Ordinal).Select(o => Show(o, pictures))],
            [.. row.Notices.Select(NoticeView.Of)],
            consultation.ManifestJson, consultation.ManifestHash)
        {
            EscalatedAt = row.EscalatedAt,
        };
    }

    private static OptionView Show(Option option, Dictionary<Guid, PictureSize> pictures) => new(
        option.Letter, option.Name, option.Idea, option.Description, option.Aspects,
        option.PictureId is { } id && pictures.TryGetValue(id, out var size)
            ? new PictureView(id, size.DarkId, option.PictureText, size.Width, size.Height)
            : null);

    private async Task<Dictionary<Guid, PictureSize>> PicturesAsync(Guid[] ids, CancellationToken cancellationToken) =>
        ids.Length == 0
            ? []
            : await db.Set<Picture>()
                .Where(p => ids.Contains(p.Id))
                .Select(p => new PictureSize(p.Id, p.DarkId, p.Width, p.Height))
                .ToDictionaryAsync(p => p.Id, cancellationToken);

    private sealed record PictureSize(Guid Id, Guid? DarkId, int Width, int Height);
}
