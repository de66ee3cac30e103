namespace Medborgardialog.Application.Calendar;

/// <summary>Bound from section <c>Committees</c>.</summary>
public sealed class CommitteesOptions
{
    /// <summary>Where the head of the administration (kommundirektören) reads mail; an answer fourteen days late is told there. Nobody is told when it is empty, and no page says so.</summary>
    public string DirectorEmail { get; init; } = "";
}
