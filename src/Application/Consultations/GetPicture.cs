using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Consultations;

/// <param name="KnownAlready">The asker has the bytes (they never change) and needs to know only whether they may still be shown.</param>
public sealed record GetPictureQuery(Guid Id, bool KnownAlready);

/// <param name="Bytes">Empty when the asker has them.</param>
/// <param name="IsPublic">False while only officers may see it: then nothing between may keep a copy.</param>
public sealed record PictureFound(byte[] Bytes, string ContentType, bool IsPublic);

/// <summary>A picture of an option, or its dark variant, or of a choice of a survey. A picture of a draft exists for officers only. Error: <see cref="PictureNotFound"/>.</summary>
public sealed class GetPictureHandler(IAppDbContext db, ICurrentUser user) : IUseCase
{
    public async Task<Result<PictureFound>> HandleAsync(GetPictureQuery query, CancellationToken cancellationToken)
    {
        var isPublic = await UsedBy(query.Id)
            .AnyAsync(c => c.State != ConsultationState.Draft && c.State != ConsultationState.InReview, cancellationToken)
            || await db.Set<SurveyPicture>()
                .AnyAsync(p => p.PictureId == query.Id && db.Set<Survey>().Any(s => s.Id == p.SurveyId && s.ManifestHash != null), cancellationToken);
        if (!isPublic && !ConsultationAccess.MayBuild(user))
        {
            return new PictureNotFound();
        }

        var picture = await db.Set<Picture>()
            .Where(p => p.Id == query.Id)
            .Select(p => new { Bytes = query.KnownAlready ? null : p.Bytes, p.ContentType })
            .FirstOrDefaultAsync(cancellationToken);
        return picture is null ? new PictureNotFound() : new PictureFound(picture.Bytes ?? [], picture.ContentType, isPublic);
    }

    private IQueryable<Consultation> UsedBy(Guid id)
    {
        var shown = db.Set<Picture>().Where(p => p.Id == id || p.DarkId == id).Select(p => (Guid?)p.Id);
        return db.Set<Consultation>().Where(c => c.Options.Any(o => shown.Contains(o.PictureId)));
    }
}
