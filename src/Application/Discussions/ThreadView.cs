using System.Linq.Expressions;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Discussions;

namespace Medborgardialog.Application.Discussions;

/// <summary>A post as everyone may see it. <paramref name="Text"/> is empty when it is hidden.</summary>
/// <param name="Under">Number of the post it is shown under; null at the top level.</param>
/// <param name="Sequence">The thread's sequence when it changed last.</param>
public sealed record PostView(
    Guid Id, int Number, int? Under, string? ReplyToName, string AuthorName, string? AuthorTitle, bool IsOfficial, string Text,
    DateTimeOffset At, DateTimeOffset? EditedAt, PostState State, HouseRule? HiddenRule, DateTimeOffset? HiddenAt, bool IsRestored,
    long Sequence, int Good, int Thoughtful)
{
    /// <summary>What this very person sees beside it; null in what is sent to all.</summary>
    public OwnView? Own { get; init; }

    internal static Expression<Func<Post, PostView>> FromPost { get; } = p => new PostView(
        p.Id, p.Number, p.UnderNumber, p.ReplyToName, p.AuthorName, p.AuthorTitle, p.IsOfficial,
        p.State == PostState.Hidden ? "" : p.Text,
        p.At, p.EditedAt, p.State, p.HiddenRule, p.HiddenAt, p.IsRestored, p.ChangedSequence, p.Good, p.Thoughtful);

    internal static PostView Of(Post post) => _fromPost(post);

    private static readonly Func<Post, PostView> _fromPost = FromPost.Compile();
}

/// <param name="Good">Has reacted "Bra poäng".</param>
/// <param name="MayEditUntil">Own post: the end of the edit window, when it lies ahead.</param>
public sealed record OwnView(bool IsMine, bool Good, bool Thoughtful, DateTimeOffset? MayEditUntil);

/// <summary>What the thread's page says about its rådslag.</summary>
public sealed record TalkAbout(string Slug, string Name, Phase Phase, Schedule? Schedule, DateOnly? PromisedAt);

/// <summary>A thread, one page of it, or what has changed since a number.</summary>
/// <param name="Sequence">Everything up to here is in <paramref name="Posts"/> or older.</param>
/// <param name="HasMore">Asked for changes: there are more than were given.</param>
public sealed record ThreadView(
    Guid Id, int Number, string Address, string Title, string? OptionLetter, TalkAbout About, long Sequence, int PostCount,
    bool IsOpen, int Page, int Pages, bool NewestFirst, bool HasMore, IReadOnlyList<PostView> Posts);
