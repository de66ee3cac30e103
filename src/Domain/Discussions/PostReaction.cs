namespace Medborgardialog.Domain.Discussions;

/// <summary>The only two, both kind. They are not votes and sort nothing.</summary>
public enum ReactionKind
{
    /// <summary>"Bra poäng".</summary>
    Good = 1,

    /// <summary>"Tänkvärt".</summary>
    Thoughtful = 2,
}

/// <summary>One person's reaction to one post: at most one of each kind.</summary>
public sealed class PostReaction
{
    private PostReaction()
    {
    }

    public PostReaction(Guid postId, Guid personId, ReactionKind kind)
    {
        PostId = postId;
        PersonId = personId;
        Kind = kind;
    }

    public Guid PostId { get; private set; }

    public Guid PersonId { get; private set; }

    public ReactionKind Kind { get; private set; }
}
