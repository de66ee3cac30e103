using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Moderation;

namespace Medborgardialog.Application.Moderation;

/// <param name="Seen">What the moderator had before them; null when that does not matter.</param>
public sealed record PublishPostCommand(Guid PostId, PostSeen? Seen = null);

/// <summary>Lets a held post through, or says that a reported one stays. Errors: those of <see cref="ModerationDesk"/>.</summary>
public sealed class PublishPostHandler(ModerationDesk desk) : IUseCase
{
    public Task<Result<CaseDecided>> HandleAsync(PublishPostCommand command, CancellationToken cancellationToken) =>
        desk.DecideAsync(
            command.PostId, command.Seen, CaseOutcome.Published, rule: null, reason: "",
            (thread, post, _) =>
            {
                if (post.State == PostState.Held)
                {
                    thread.Publish(post);
                }

                return Task.CompletedTask;
            },
            cancellationToken);
}
