using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Goals;

/// <summary>What a goal is followed by: a measure of the evidence ledger, for a service or for none.</summary>
/// <param name="Measure">Key as the ledger has it, for example <c>q.bemotande.positive</c> or <c>rate.GotAnswer</c>.</param>
/// <param name="Service">As surveys name it; empty for citizens and rådslag.</param>
public sealed record GoalMeasure(string Measure, string Service);

/// <summary>One of the municipality's common committee goals, which committees follow month by month (requirement L7; Lomma has twelve).</summary>
public sealed class Goal : Entity
{
    public const int MaxKey = 40;
    public const int MaxText = 200;
    public const int MaxMeasures = 12;

    private Goal()
    {
    }

    /// <param name="key">Address part, lower-case a–z, 0–9 and hyphens, at most 40 characters.</param>
    public Goal(string key, int order) => (Key, Order, IsActive) = (key, order, true);

    public string Key { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>Position in the list, from 1.</summary>
    public int Order { get; private set; }

    /// <summary>The committees that follow it.</summary>
    public IReadOnlyList<Guid> Committees { get; private set; } = [];

    public IReadOnlyList<GoalMeasure> Measures { get; private set; } = [];

    /// <summary>False for one that is no longer followed; what was written of it stays readable.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Row version for optimistic concurrency (PostgreSQL xmin).</summary>
    public uint Version { get; private set; }

    public bool IsFor(Guid committeeId) => Committees.Contains(committeeId);

    /// <summary>Errors: <see cref="GoalTextWrong"/>, <see cref="GoalCommitteesMissing"/>, <see cref="GoalMeasuresTooMany"/>.</summary>
    public Result<Done> Write(string text, IEnumerable<Guid> committees, IEnumerable<GoalMeasure> measures, bool isActive)
    {
        var (clean, chosen) = (text.Replace("\0", "", StringComparison.Ordinal).ReplaceLineEndings(" ").Trim(), committees.Distinct().ToList());
        if (clean.Length is 0 or > MaxText)
        {
            return new GoalTextWrong(MaxText);
        }

        if (chosen.Count == 0)
        {
            return new GoalCommitteesMissing();
        }

        var followed = measures.Distinct().ToList();
        if (followed.Count > MaxMeasures)
        {
            return new GoalMeasuresTooMany(MaxMeasures);
        }

        (Text, Committees, Measures, IsActive) = (clean, chosen, followed, isActive);
        return Done.Value;
    }
}

public sealed record GoalNotFound() : NotFoundError("goals.notFound");

public sealed record GoalChangedMeanwhile() : ConflictError("err.stale");

public sealed record GoalTextWrong(int Max) : RuleError("goals.textWrong");

public sealed record GoalCommitteesMissing() : RuleError("goals.committeesMissing");

public sealed record GoalMeasuresTooMany(int Max) : RuleError("goals.tooManyMeasures");
