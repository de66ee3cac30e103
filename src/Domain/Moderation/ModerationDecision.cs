using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;

namespace Medborgardialog.Domain.Moderation;

/// <summary>
/// What a moderator decided, with the named rule and the reason given to the author. Keeps the text as it was
/// (evidence, trust T45) for moderators only: the public log never shows text or author (T44).
/// </summary>
public sealed class ModerationDecision : Entity
{
    private ModerationDecision()
    {
    }

    public ModerationDecision(
        Post post, CaseOutcome outcome, HouseRule? rule, string reason, Guid moderatorId, string moderatorName, DateTimeOffset at)
    {
        PostId = post.Id;
        ConsultationId = post.ConsultationId;
        Outcome = outcome;
        Rule = rule;
        Reason = reason.Trim();
        TextThen = post.Text;
        ModeratorId = moderatorId;
        ModeratorName = moderatorName;
        At = at;
    }

    public Guid PostId { get; private set; }

    public Guid ConsultationId { get; private set; }

    public CaseOutcome Outcome { get; private set; }

    public HouseRule? Rule { get; private set; }

    public string Reason { get; private set; } = "";

    public string TextThen { get; private set; } = "";

    public Guid ModeratorId { get; private set; }

    public string ModeratorName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}
