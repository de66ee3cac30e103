using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Discussions;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Discussions;

public sealed record ListThemesQuery(string Slug);

public sealed record ThemeListed(Guid Id, string Name, int Posts);

/// <summary>The themes of a rådslag with how many posts each has. <see cref="ConsultationNotFound"/> for others than officers.</summary>
public sealed class ListThemesHandler(IAppDbContext db, TalkDesk desk) : IUseCase
{
    public async Task<Result<IReadOnlyList<ThemeListed>>> HandleAsync(ListThemesQuery query, CancellationToken cancellationToken)
    {
        var place = await desk.FindAsync(query.Slug, threadNumber: null, cancellationToken);
        if (!place.IsSuccess)
        {
            return place.Error;
        }

        if (!ConsultationAccess.MayBuild(desk.User))
        {
            return new ConsultationNotFound();
        }

        var id = place.Value.Consultation.Id;
        var themes = await db.Set<TalkTheme>().AsNoTracking().Where(t => t.ConsultationId == id).OrderBy(t => t.Order).ToListAsync(cancellationToken);
        var tags = await db.Set<Post>().Where(p => p.ConsultationId == id && p.State == PostState.Visible).Select(p => p.ThemeIds).ToListAsync(cancellationToken);
        var counts = tags.SelectMany(t => t).CountBy(t => t).ToDictionary();
        return themes.ConvertAll(t => new ThemeListed(t.Id, t.Name, counts.GetValueOrDefault(t.Id)));
    }
}
