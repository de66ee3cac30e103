using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Draws;
using Medborgardialog.Application.Frames;
using Medborgardialog.Application.Sends;
using Medborgardialog.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Infrastructure.Jobs;

/// <summary>
/// Takes away what is promised to be gone: drafts that nobody has touched for 30 days or whose box is sealed, and codes for signing
/// in a day after they stopped working; of frames what <see cref="RetireFramesHandler"/> says, of draws what <see cref="RetireDrawsHandler"/> says. Runs every night, and may run twice.
/// </summary>
internal sealed class RetentionJob(AppDbContext db, IAnswerDrafts drafts, RetireFramesHandler frames, RetireSendsHandler sends, RetireDrawsHandler draws, TimeProvider clock)
{
    /// <summary>Days that an unsent draft is kept after it was last changed.</summary>
    public const int DraftDays = 30;

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var oldest = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-DraftDays);
        await drafts.RemoveOldAsync(oldest, cancellationToken);
        await db.Database.ExecuteSqlAsync($"DELETE FROM sign_in_code WHERE expires_at < {now.AddDays(-1)}", cancellationToken);
        await db.Database.ExecuteSqlAsync($"DELETE FROM code_try WHERE until < {now}", cancellationToken);
        await sends.HandleAsync(new RetireSendsCommand(), cancellationToken);
        await frames.HandleAsync(new RetireFramesCommand(), cancellationToken);
        await draws.HandleAsync(new RetireDrawsCommand(), cancellationToken);
    }
}
