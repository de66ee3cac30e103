using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Plans;

public enum PlanField
{
    Finding,
    Measure,
    Responsible,
}

/// <summary>A planned measure as typed.</summary>
public sealed record PlanText(string Finding, string Measure, string Responsible, DateOnly? Start, DateOnly? Due)
{
    internal static string Clean(string text) => text.Replace("\0", "", StringComparison.Ordinal).ReplaceLineEndings("\n").Trim();

    internal PlanText Tidy() => this with { Finding = Clean(Finding), Measure = Clean(Measure), Responsible = Clean(Responsible) };

    /// <summary>The first text that is empty or too long.</summary>
    internal PlanField? Wrong() =>
        Finding.Length is 0 or > PlanItem.MaxFinding ? PlanField.Finding
        : Measure.Length is 0 or > PlanItem.MaxMeasure ? PlanField.Measure
        : Responsible.Length is 0 or > PlanItem.MaxResponsible ? PlanField.Responsible
        : null;
}

public sealed record PlanNotFound() : NotFoundError("plans.notFound");

public sealed record PlanChangedMeanwhile() : ConflictError("err.stale");

/// <summary>A text is missing or too long.</summary>
public sealed record PlanTextWrong(PlanField Field) : RuleError("plans.textWrong");

/// <summary>A day is missing, or it is to be done before it begins.</summary>
public sealed record PlanDaysWrong() : RuleError("plans.daysWrong");

/// <summary>It belongs to a point of the committee's answer and is followed up there.</summary>
public sealed record PlanFollowedElsewhere() : ConflictError("plans.followedElsewhere");

public sealed record PlanStatusMissing() : RuleError("plans.statusMissing");

public sealed record PlanNoteMissing(int Max) : RuleError("plans.noteMissing");

/// <summary>There is no such point or number for this committee.</summary>
public sealed record PlanGroundUnknown() : RuleError("plans.groundUnknown");
