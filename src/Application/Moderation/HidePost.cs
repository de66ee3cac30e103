using Medborgardialog.Application.Common;
using Medborgardialog.Application.Discussions;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Moderation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Moderation;

/// <param name="Rule">The rule that everyone reads on the tombstone.</param>
/// <param name="Reason">What the author is told.</param>
/// <param name="Seen">What the moderator had before them; null when that does not matter.</param>
public sealed record HidePostCommand(Guid PostId, HouseRule? Rule, string Reason, PostSeen? Seen = null);

/// <summary>
/// Hides a post with a named rule and a reason: a tombstone stays, the text is kept as evidence, the author is told by mail.
/// Errors: <see cref="RuleMissing"/>, <see cref="HideReasonMissing"/> and those of <see cref="ModerationDesk"/>.
/// </summary>
public sealed class HidePostHandler(IAppDbContext db, ModerationDesk desk, IOutbox outbox, ITexts texts, TimeProvider clock) : IUseCase
{
    public async Task<Result<CaseDecided>> HandleAsync(HidePostCommand command, CancellationToken cancellationToken)
    {
        if (command.Rule is not { } rule || !Enum.IsDefined(rule))
        {
            return new RuleMissing();
        }

        return string.IsNullOrWhiteSpace(command.Reason)
            ? new HideReasonMissing()
            : await desk.DecideAsync(
                command.PostId, command.Seen, CaseOutcome.Hidden, rule, command.Reason,
                async (thread, post, decision) =>
                {
                    thread.Hide(post, rule, clock.GetUtcNow());
                    outbox.Add(new PostTakenDown(post.Id));
                    await TellAsync(post, decision, cancellationToken);
                },
                cancellationToken);
    }

    private async Task TellAsync(Post post, ModerationDecision decision, CancellationToken cancellationToken)
    {
        var email = await db.Set<Resident>().Where(r => r.Id == post.AuthorId).Select(r => r.Email).SingleOrDefaultAsync(cancellationToken);
        if (email is not null)
        {
            outbox.Add(new SendMail(
                email, texts["mail.hidden.subject"],
                texts["mail.hidden.text", texts[$"rule.{decision.Rule}"], decision.Reason, decision.TextThen],
                $"hidden/{decision.Id:N}"));
        }
    }
}
