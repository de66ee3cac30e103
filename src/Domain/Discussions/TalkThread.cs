using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Discussions;

/// <summary>
/// One conversation of a rådslag. Every change of what readers see gets the next number of <see cref="Sequence"/>:
/// without gaps, in the order of the commits, so that a reader who misses one knows it.
/// </summary>
public sealed class TalkThread : Entity
{
    public const int MaxTitle = 80;

    private TalkThread()
    {
    }

    public Guid ConsultationId { get; private set; }

    /// <summary>1, 2, 3 … within the rådslag. Part of the address.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>The option it is about, "A" … ; null when it is about the whole.</summary>
    public string? OptionLetter { get; private set; }

    public Guid StartedBy { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>The latest change of what readers see; 0 before the first post.</summary>
    public long Sequence { get; private set; }

    /// <summary>The highest number given to a post.</summary>
    public int LastNumber { get; private set; }

    /// <summary>Posts that can be read.</summary>
    public int PostCount { get; private set; }

    public DateTimeOffset LatestAt { get; private set; }

    /// <summary>The title came with a post by the same person, and not from an officer who prepared the thread.</summary>
    public bool IsOpenedByPost { get; private set; }

    /// <summary>
    /// Everything said in it is hidden or waits for a moderator, so that the title would be all there is to read. Such a thread is there
    /// only for who started it and for moderators. One that officers have prepared is there for everyone.
    /// </summary>
    public bool IsWithheld => PostCount == 0 && IsOpenedByPost;

    public bool IsAnsweredByOfficial { get; private set; }

    public static Result<TalkThread> Start(
        Guid consultationId, int number, string title, string? optionLetter, Guid startedBy, DateTimeOffset now)
    {
        var shown = string.Concat(title.Select(c => char.IsControl(c) ? ' ' : c));
        var clean = string.Join(' ', shown.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return clean.Length is 0 or > MaxTitle
            ? new ThreadTitleWrong()
            : new TalkThread
            {
                ConsultationId = consultationId,
                Number = number,
                Title = clean,
                OptionLetter = optionLetter?.Trim() is { Length: 1 } letter && char.IsAsciiLetter(letter[0]) ? letter.ToUpperInvariant() : null,
                StartedBy = startedBy,
                StartedAt = now,
                LatestAt = now,
            };
    }

    /// <summary>
    /// Adds a post. A comment on a comment is shown under the same top post. Errors: <see cref="PostEmpty"/>,
    /// <see cref="PostTooLong"/>, <see cref="PostHiddenMeanwhile"/>.
    /// </summary>
    /// <param name="held">It waits for a moderator before others see it.</param>
    public Result<Post> Write(Author author, string text, Post? replyTo, Guid formKey, bool held, DateTimeOffset now)
    {
        var clean = Post.Check(text);
        if (!clean.IsSuccess)
        {
            return clean.Error;
        }

        if (replyTo is not null && (replyTo.ThreadId != Id || replyTo.State != PostState.Visible))
        {
            return new PostHiddenMeanwhile();
        }

        IsOpenedByPost |= LastNumber == 0 && author.Id == StartedBy;
        var post = new Post(this, author, clean.Value, formKey, now)
        {
            Number = ++LastNumber,
            ReplyTo = replyTo?.Id,
            UnderNumber = replyTo?.UnderNumber ?? replyTo?.Number,
            ReplyToName = replyTo?.UnderNumber is null ? null : replyTo.AuthorName,
        };
        if (held)
        {
            post.State = PostState.Held;
            return post;
        }

        Show(post);
        return post;
    }

    /// <summary>Within fifteen minutes, by the author. Errors: <see cref="NotYourPost"/>, <see cref="EditWindowPassed"/>, <see cref="PostHiddenMeanwhile"/>, <see cref="EditNamesPerson"/> and those of the text.</summary>
    public Result<Done> Edit(Post post, Guid? personId, string text, DateTimeOffset now)
    {
        if (post.AuthorId != personId)
        {
            return new NotYourPost();
        }

        if (post.State == PostState.Hidden)
        {
            return new PostHiddenMeanwhile();
        }

        if (!post.MayBeEditedBy(personId, now))
        {
            return new EditWindowPassed();
        }

        var clean = Post.Check(text);
        if (!clean.IsSuccess)
        {
            return clean.Error;
        }

        if (clean.Value == post.Text)
        {
            return Done.Value;
        }

        if (post.State == PostState.Visible && post.AuthorTitle is null && TextFlags.MustWait(TextFlags.Of(clean.Value)))
        {
            return new EditNamesPerson();
        }

        post.Text = clean.Value;
        post.EditedAt = now;
        if (post.State == PostState.Visible)
        {
            Change(post);
        }

        return Done.Value;
    }

    /// <summary>A tombstone takes its place; hiding what is hidden changes nothing but the rule.</summary>
    public void Hide(Post post, HouseRule rule, DateTimeOffset now)
    {
        var wasVisible = post.State == PostState.Visible;
        post.State = PostState.Hidden;
        post.HiddenRule = rule;
        post.HiddenAt = now;
        post.IsRestored = false;
        PostCount -= wasVisible ? 1 : 0;
        Change(post);
    }

    /// <summary>A held or hidden post becomes readable.</summary>
    public void Publish(Post post)
    {
        if (post.State == PostState.Visible)
        {
            return;
        }

        post.IsRestored = post.State == PostState.Hidden;
        post.State = PostState.Visible;
        post.HiddenRule = null;
        post.HiddenAt = null;
        Show(post);
    }

    private void Show(Post post)
    {
        PostCount++;
        LatestAt = post.At > LatestAt ? post.At : LatestAt;
        IsAnsweredByOfficial |= post.IsOfficial;
        Change(post);
    }

    private void Change(Post post) => post.ChangedSequence = ++Sequence;
}
