using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Ideas;

namespace Medborgardialog.Domain.Panels;

public enum PanelPostState
{
    /// <summary>Nobody but its author and moderators sees it.</summary>
    Waiting = 0,
    Shown = 1,

    /// <summary>Its author alone sees it, with the rule that it breaks.</summary>
    Refused = 2,
}

/// <summary>A post in a youth panel. Nothing a member writes is seen by others before a moderator has read it; what the municipality writes is.</summary>
public sealed class PanelPost : Entity
{
    public const int LongestText = 600;

    /// <summary>Posts of one member that may wait at a time.</summary>
    public const int MostWaiting = 3;

    private PanelPost()
    {
    }

    public Guid TopicId { get; private set; }

    /// <summary>The membership; null for the municipality.</summary>
    public Guid? MemberId { get; private set; }

    /// <summary>The alias at the time, or name and title of an official; empty when the member has left.</summary>
    public string Name { get; private set; } = "";

    public string Text { get; private set; } = "";

    public PanelPostState State { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>When it was shown or refused; order of what is shown.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    public HouseRule? Rule { get; private set; }

    /// <summary>How far an idea has come on the <see cref="IdeaLadder"/>, 1 to 7; null for what is no idea.</summary>
    public int? Step { get; private set; }

    /// <summary>Random per form: sent twice it is one post.</summary>
    public Guid FormKey { get; private set; }

    public bool IsOfficial => MemberId is null;

    /// <summary>A member writes. Errors: <see cref="PanelPostWrong"/>, <see cref="TooManyWaiting"/>.</summary>
    /// <param name="waiting">Posts of the same member that wait already.</param>
    public static Result<PanelPost> Write(PanelTopic topic, Membership member, string text, Guid formKey, int waiting, DateTimeOffset now)
    {
        var clean = PlainText.Clean(text);
        return clean.Length is 0 or > LongestText ? new PanelPostWrong(LongestText)
            : waiting >= MostWaiting ? new TooManyWaiting(MostWaiting)
            : new PanelPost
            {
                TopicId = topic.Id, MemberId = member.Id, Name = member.Alias, Text = clean, FormKey = formKey, WrittenAt = now, Step = topic.IsForIdeas ? 1 : null,
            };
    }

    /// <summary>The municipality answers. <see cref="PanelPostWrong"/>.</summary>
    /// <param name="name">Name and title.</param>
    public static Result<PanelPost> Answer(PanelTopic topic, string name, string text, Guid formKey, DateTimeOffset now)
    {
        var clean = PlainText.Clean(text);
        return clean.Length is 0 or > LongestText
            ? new PanelPostWrong(LongestText)
            : new PanelPost { TopicId = topic.Id, Name = name, Text = clean, FormKey = formKey, WrittenAt = now, DecidedAt = now, State = PanelPostState.Shown };
    }

    /// <summary>May be seen. Also for what was refused, when another moderator thinks otherwise.</summary>
    public void Show(DateTimeOffset now) => (State, Rule, DecidedAt) = (PanelPostState.Shown, null, now);

    /// <summary>The author has left: the name goes with them, so that whoever gets it next is not taken for the author.</summary>
    public void ForgetName() => Name = "";

    public void Refuse(HouseRule rule, DateTimeOffset now) => (State, Rule, DecidedAt) = (PanelPostState.Refused, rule, now);

    /// <summary><see cref="IdeaStepWrong"/> for a post that is no idea, and outside 1 to 7.</summary>
    public Result<Done> Climb(int step)
    {
        if (Step is null || step is < 1 or > IdeaLadder.Steps)
        {
            return new IdeaStepWrong();
        }

        Step = step;
        return Done.Value;
    }
}
