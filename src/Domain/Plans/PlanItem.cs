using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Domain.Plans;

/// <summary>What a planned measure rests on: a decided point, or a number of a report; or the finding in words alone.</summary>
/// <param name="DialogueId">The dialogue of the point or of the report; null without one.</param>
/// <param name="PointId">The point of the committee's answer, whose follow-ups then are those of the plan; null without one.</param>
/// <param name="Report">Number of the report, such as "VON 2026:1"; empty without one.</param>
/// <param name="Version">Of the report.</param>
/// <param name="Figure">Key of the number in the report, such as <c>f3</c>; empty without one.</param>
public sealed record PlanGround(Guid? DialogueId, Guid? PointId, string Report, int Version, string Figure)
{
    public static PlanGround Words { get; } = new(null, null, "", 0, "");
}

/// <summary>How far it has come, said on a day.</summary>
/// <param name="Due">The day it now aims at; null where unchanged.</param>
public sealed record PlanStep(PointStatus Status, string Note, DateOnly? Due, string By, DateTimeOffset At);

/// <summary>
/// A measure that a committee has decided on for a finding (requirement L8). One that belongs to a point of the committee's answer is followed up there and only
/// there, see <see cref="DecisionFeedback.FollowUp"/>; the plan adds who, from when and until when.
/// </summary>
public sealed class PlanItem : Entity
{
    public const int MaxFinding = 300;
    public const int MaxMeasure = 200;
    public const int MaxResponsible = 80;
    public const int MaxNote = 300;

    private PlanItem()
    {
    }

    private PlanItem(Guid committeeId, PlanText text, PlanGround ground, string by, DateTimeOffset now)
    {
        (CommitteeId, AddedBy, AddedAt) = (committeeId, by, now);
        (Finding, Measure, Responsible, Start, Due) = (text.Finding, text.Measure, text.Responsible, text.Start!.Value, text.Due!.Value);
        (DialogueId, PointId, Report, ReportVersion, Figure) = (ground.DialogueId, ground.PointId, ground.Report, ground.Version, ground.Figure);
    }

    public Guid CommitteeId { get; private set; }

    /// <summary>What was found, in a sentence.</summary>
    public string Finding { get; private set; } = "";

    public string Measure { get; private set; } = "";

    /// <summary>A role, not a person.</summary>
    public string Responsible { get; private set; } = "";

    public DateOnly Start { get; private set; }

    /// <summary>As first planned.</summary>
    public DateOnly Due { get; private set; }

    public Guid? DialogueId { get; private set; }

    public Guid? PointId { get; private set; }

    public string Report { get; private set; } = "";

    public int ReportVersion { get; private set; }

    public string Figure { get; private set; } = "";

    /// <summary>Oldest first; empty for one that belongs to a point.</summary>
    public IReadOnlyList<PlanStep> Steps { get; private set; } = [];

    public string AddedBy { get; private set; } = "";

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>Row version for optimistic concurrency (PostgreSQL xmin).</summary>
    public uint Version { get; private set; }

    public PointStatus Status => Steps.Count == 0 ? PointStatus.NotStarted : Steps[^1].Status;

    /// <summary>The day it is to be done, as last said.</summary>
    public DateOnly DueNow => Steps.LastOrDefault(s => s.Due is not null)?.Due ?? Due;

    /// <summary>Errors: <see cref="PlanTextWrong"/>, <see cref="PlanDaysWrong"/>.</summary>
    public static Result<PlanItem> Add(Guid committeeId, PlanText text, PlanGround ground, string by, DateTimeOffset now)
    {
        var clean = text.Tidy();
        if (clean.Wrong() is { } field)
        {
            return new PlanTextWrong(field);
        }

        return clean.Start is { } start && clean.Due is { } due && due >= start ? new PlanItem(committeeId, clean, ground, by, now) : new PlanDaysWrong();
    }

    /// <summary>Errors: <see cref="PlanFollowedElsewhere"/>, <see cref="PlanStatusMissing"/>, <see cref="PlanNoteMissing"/>, <see cref="PlanDaysWrong"/>.</summary>
    public Result<Done> FollowUp(PointStatus? status, string note, DateOnly? due, string by, DateTimeOffset now)
    {
        if (PointId is not null)
        {
            return new PlanFollowedElsewhere();
        }

        if (status is not { } said || !Enum.IsDefined(said))
        {
            return new PlanStatusMissing();
        }

        var clean = PlanText.Clean(note);
        if (clean.Length is 0 or > MaxNote)
        {
            return new PlanNoteMissing(MaxNote);
        }

        if (due < Start)
        {
            return new PlanDaysWrong();
        }

        Steps = [.. Steps, new PlanStep(said, clean, due == DueNow ? null : due, by, now)];
        return Done.Value;
    }
}
