using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Moderation;

namespace Medborgardialog.Application.Moderation;

/// <param name="Reason">Why it is shown again; kept in the log.</param>
/// <param name="Seen">What the moderator had before them; null when that does not matter.</param>
public sealed record RestorePostCommand(Guid PostId, string Reason, PostSeen? Seen = null);

/// <summary>A hidden post is shown again, and says so. Errors: <see cref="HideReasonMissing"/> and those of <see cref="ModerationDesk"/>.</summary>
public sealed class RestorePostHandler(ModerationDesk desk) : IUseCase
{
    public async Task<Result<CaseDecided>> HandleAsync(RestorePostCommand command, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(command.Reason)
            ? new HideReasonMissing()
            : await desk.DecideAsync(
                command.PostId, command.Seen, CaseOutcome.Published, rule: null, command.Reason,
                (thread, post, _) =>
                {
                    thread.Publish(post);
                    return Task.CompletedTask;
                },
                cancellationToken);
}
