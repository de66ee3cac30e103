using System.IO.Compression;
using System.Text.Json;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Draws;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Draws;

/// <summary>
/// What all that officers do with a draw has in common: it is found, only officers know of what is not published, every change has a row in the audit
/// log, and of two who change it at once one is told.
/// </summary>
public sealed class DrawDesk(IAppDbContext db, ICurrentUser user, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public Guid OfficerId => user.Id ?? Guid.Empty;

    public bool IsOfficer => ConsultationAccess.MayBuild(user);

    /// <summary><see cref="PanelDrawNotFound"/> when there is none, and for all who are no officers.</summary>
    public async Task<Result<PanelDraw>> OpenAsync(string slug, CancellationToken cancellationToken) =>
        IsOfficer && await db.Set<PanelDraw>().SingleOrDefaultAsync(d => d.Slug == slug, cancellationToken) is { } draw ? draw : new PanelDrawNotFound();

    /// <summary>The latest computation, whatever became of it; null before the first.</summary>
    public Task<LongTask?> LatestTaskAsync(Guid drawId, CancellationToken cancellationToken) =>
        db.Set<LongTask>().AsNoTracking().Where(t => t.SubjectId == drawId && t.Kind == StartDrawHandler.Job).OrderByDescending(t => t.StartedAt).FirstOrDefaultAsync(cancellationToken);

    public async Task<bool> IsBusyAsync(Guid drawId, CancellationToken cancellationToken) =>
        (await LatestTaskAsync(drawId, cancellationToken))?.IsUnderWay(Now) == true;

    /// <summary>Saves with a row in the audit log. Error: <see cref="PanelDrawElsewhere"/> when another has saved meanwhile.</summary>
    /// <param name="action">Key below <c>audit.</c>, for example <c>draw.published</c>.</param>
    public async Task<Result<Done>> SaveAsync(string action, PanelDraw draw, string reason, CancellationToken cancellationToken)
    {
        db.Set<AuditEntry>().Add(new AuditEntry(
            user.Id, user.Title is { Length: > 0 } title ? $"{user.DisplayName}, {title}" : user.DisplayName ?? "", action, draw.Id, reason, Now));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Done.Value;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new PanelDrawElsewhere();
        }
    }

    internal static byte[] Pack(DrawInput input)
    {
        using var packed = new MemoryStream();
        using (var zip = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(zip, input);
        }

        return packed.ToArray();
    }

    internal static DrawInput Unpack(PanelDraw draw)
    {
        using var zip = new BrotliStream(new MemoryStream(draw.Input), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<DrawInput>(zip)!;
    }

    /// <summary>The frozen portfolio with the pool that it belongs to.</summary>
    /// <exception cref="InvalidOperationException">They do not belong together: somebody has changed the database by hand.</exception>
    internal static (Pool Pool, Portfolio Portfolio) Frozen(PanelDraw draw)
    {
        var pool = Pool.Of(Unpack(draw));
        return Portfolio.Parse(draw.Portfolio, pool.Groups.Count) is { } portfolio && portfolio.Fits(pool) && portfolio.Fingerprint() == draw.PortfolioFingerprint
            ? (pool, portfolio)
            : throw new InvalidOperationException($"The portfolio of the draw {draw.Slug} does not belong to its people and quotas.");
    }
}
