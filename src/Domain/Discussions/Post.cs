using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Discussions;

public enum PostState
{
    Visible = 1,

    /// <summary>Waits for a moderator; only its author sees it.</summary>
    Held = 2,

    /// <summary>Hidden by a moderator: a tombstone with the rule stays in its place.</summary>
    Hidden = 3,
}

/// <summary>Who writes, as everyone will see it. Copied to the post, so that a later change of name does not rewrite what was said.</summary>
/// <param name="Title">Title of an official or an elected representative; null for residents.</param>
/// <param name="IsElected">Member of a committee, who speaks for themselves and not for the municipality.</param>
public sealed record Author(Guid Id, string Name, string? Title, bool IsElected = false)
{
    public bool IsOfficial => Title is not null && !IsElected;
}

/// <summary>Something somebody said, in plain text. Changed only through its <see cref="TalkThread"/>, which numbers every change.</summary>
public sealed class Post : Entity
{
    public const int MaxText = 1500;
    public static readonly TimeSpan EditWindow = TimeSpan.FromMinutes(15);

    private Post()
    {
    }

    internal Post(TalkThread thread, Author author, string text, Guid formKey, DateTimeOffset at)
    {
        ThreadId = thread.Id;
        ConsultationId = thread.ConsultationId;
        AuthorId = author.Id;
        AuthorName = author.Name;
        AuthorTitle = author.Title;
        IsOfficial = author.IsOfficial;
        Text = text;
        FormKey = formKey;
        At = at;
        State = PostState.Visible;
    }

    public Guid ThreadId { get; private set; }

    public Guid ConsultationId { get; private set; }

    /// <summary>1, 2, 3 … within the thread, in the order written. Part of the post's address.</summary>
    public int Number { get; internal set; }

    /// <summary>The post commented on.</summary>
    public Guid? ReplyTo { get; internal set; }

    /// <summary>The post under which it is shown: there is one level of comments. Null at the top level.</summary>
    public int? UnderNumber { get; internal set; }

    /// <summary>Whose comment it answers, where that is not the post it is shown under.</summary>
    public string? ReplyToName { get; internal set; }

    public Guid AuthorId { get; private set; }

    public string AuthorName { get; private set; } = "";

    /// <summary>Title of an official or an elected representative; null for residents.</summary>
    public string? AuthorTitle { get; private set; }

    /// <summary>An answer from the municipality.</summary>
    public bool IsOfficial { get; private set; }

    public string Text { get; internal set; } = "";

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset? EditedAt { get; internal set; }

    /// <summary>Made when the form was shown: the same form sent twice gives one post.</summary>
    public Guid FormKey { get; private set; }

    public PostState State { get; internal set; }

    public HouseRule? HiddenRule { get; internal set; }

    public DateTimeOffset? HiddenAt { get; internal set; }

    /// <summary>Shown again after it had been hidden.</summary>
    public bool IsRestored { get; internal set; }

    /// <summary>The thread's sequence at the latest change of what is shown.</summary>
    public long ChangedSequence { get; internal set; }

    /// <summary>"Bra poäng".</summary>
    public int Good { get; private set; }

    /// <summary>"Tänkvärt".</summary>
    public int Thoughtful { get; private set; }

    /// <summary>What the officers say it is about.</summary>
    public IReadOnlyList<Guid> ThemeIds { get; private set; } = [];

    public bool MayBeEditedBy(Guid? personId, DateTimeOffset now) =>
        AuthorId == personId && State != PostState.Hidden && now <= At + EditWindow;

    /// <summary>Brings reactions along with a conversation taken over from elsewhere.</summary>
    public void TakeOverReactions(int good, int thoughtful) => (Good, Thoughtful) = (good, thoughtful);

    /// <summary>The themes replace the earlier ones.</summary>
    public void Tag(IEnumerable<Guid> themeIds) => ThemeIds = [.. themeIds.Distinct()];

    /// <summary>Trimmed text within the limits, or why not.</summary>
    internal static Result<string> Check(string text)
    {
        var clean = PlainText.Clean(text);
        if (clean.Length == 0)
        {
            return new PostEmpty();
        }

        return clean.Length > MaxText ? new PostTooLong(clean.Length - MaxText, MaxText) : clean;
    }
}
