using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Identity;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Discussions;

/// <summary>Where something is said: the rådslag, and the thread where there is one.</summary>
internal sealed record TalkPlace(Consultation Consultation, Phase Phase, Guid ThreadId);

/// <summary>What every use case of talk needs first: the place, and who is speaking.</summary>
public sealed class TalkDesk(IAppDbContext db, ICurrentUser user, TimeProvider clock)
{
    internal DateTimeOffset Now => clock.GetUtcNow();

    internal ICurrentUser User => user;

    /// <summary>
    /// The thread's place, when this person may read there (<see cref="ConsultationNotFound"/>, <see cref="ThreadNotFound"/>). One statement.
    /// </summary>
    /// <param name="threadNumber">Null for the rådslag alone.</param>
    internal async Task<Result<TalkPlace>> FindAsync(string slug, int? threadNumber, CancellationToken cancellationToken)
    {
        var (me, moderates) = (user.Id, ConsultationAccess.MayModerate(user));
        var row = await db.Set<Consultation>()
            .AsNoTracking()
            .Where(c => c.Slug == slug)
            .Select(c => new
            {
                Consultation = c,
                ThreadId = db.Set<TalkThread>()
                    .Where(t => t.ConsultationId == c.Id && t.Number == threadNumber && (t.PostCount > 0 || !t.IsOpenedByPost || t.StartedBy == me || moderates))
                    .Select(t => (Guid?)t.Id).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return new ConsultationNotFound();
        }

        var phase = PhaseOf(row.Consultation);
        if (!ConsultationAccess.MayReadDiscussion(user, phase))
        {
            return new ConsultationNotFound();
        }

        return threadNumber is not null && row.ThreadId is null
            ? new ThreadNotFound()
            : new TalkPlace(row.Consultation, phase, row.ThreadId ?? Guid.Empty);
    }

    internal static bool IsWithheldFrom(ICurrentUser user, TalkThread thread) =>
        thread.IsWithheld && thread.StartedBy != user.Id && !ConsultationAccess.MayModerate(user);

    internal Phase PhaseOf(Consultation consultation) => consultation.PhaseAt(clock.GetUtcNow(), clock.SwedishToday());

    /// <summary>May this person write here now? <see cref="DiscussionClosed"/>, <see cref="SignInToPost"/>, <see cref="NameMissing"/>; null when so.</summary>
    internal Error? WhyNotPost(Phase phase)
    {
        if (!ConsultationAccess.IsTalkOpen(phase))
        {
            return new DiscussionClosed();
        }

        if (!ConsultationAccess.MayPost(user, phase))
        {
            return new SignInToPost();
        }

        return string.IsNullOrWhiteSpace(user.DisplayName) ? new NameMissing() : null;
    }

    /// <summary>The badge comes from the role and from nothing else (trust T52).</summary>
    internal Author Author() =>
        ConsultationAccess.MayPostAsOfficial(user)
            ? new Author(user.Id!.Value, user.DisplayName!, user.Title ?? "", IsElected: !user.IsInRole(Role.Officer) && !user.IsInRole(Role.Moderator))
            : new Author(user.Id!.Value, user.DisplayName!, Title: null);
}
