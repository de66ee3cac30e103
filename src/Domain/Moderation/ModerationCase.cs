using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;

namespace Medborgardialog.Domain.Moderation;

public enum CaseOutcome
{
    /// <summary>Nobody has decided yet.</summary>
    Waiting = 0,

    /// <summary>It stays, or was let through.</summary>
    Published = 1,
    Hidden = 2,
}

/// <summary>A post that a moderator shall look at. One open case per post, held by one moderator at a time.</summary>
public sealed class ModerationCase : Entity
{
    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(3);

    private ModerationCase()
    {
    }

    public ModerationCase(Post post, IEnumerable<string> flags, DateTimeOffset now)
    {
        PostId = post.Id;
        ThreadId = post.ThreadId;
        ConsultationId = post.ConsultationId;
        Flags = [.. flags];
        OpenedAt = now;
    }

    public Guid PostId { get; private set; }

    public Guid ThreadId { get; private set; }

    public Guid ConsultationId { get; private set; }

    /// <summary>Names of the rules that put it here, see <see cref="TextFlags"/>.</summary>
    public IReadOnlyList<string> Flags { get; private set; } = [];

    public int Complaints { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    public Guid? TakenBy { get; private set; }

    public string TakenByName { get; private set; } = "";

    public DateTimeOffset? TakenUntil { get; private set; }

    public CaseOutcome Outcome { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Row version (PostgreSQL xmin): two moderators who take it at once cannot both get it.</summary>
    public uint Version { get; private set; }

    public void AddComplaint() => Complaints++;

    public void AddFlags(IEnumerable<string> flags) => Flags = [.. Flags.Union(flags, StringComparer.Ordinal)];

    public bool IsTakenByOther(Guid? moderatorId, DateTimeOffset now) =>
        TakenBy is not null && TakenBy != moderatorId && TakenUntil > now;

    /// <summary>Three minutes, renewed at each look. <see cref="CaseTaken"/> when another has it, unless taken over.</summary>
    public Result<Done> Take(Guid moderatorId, string name, bool takeOver, DateTimeOffset now)
    {
        if (IsTakenByOther(moderatorId, now) && !takeOver)
        {
            return new CaseTaken(TakenByName, TakenUntil!.Value);
        }

        TakenBy = moderatorId;
        TakenByName = name;
        TakenUntil = now + LockTime;
        return Done.Value;
    }

    public void Release(Guid moderatorId)
    {
        if (TakenBy == moderatorId)
        {
            TakenBy = null;
            TakenByName = "";
            TakenUntil = null;
        }
    }

    public void Decide(CaseOutcome outcome, DateTimeOffset now)
    {
        Outcome = outcome;
        DecidedAt = now;
        TakenBy = null;
        TakenByName = "";
        TakenUntil = null;
    }
}
