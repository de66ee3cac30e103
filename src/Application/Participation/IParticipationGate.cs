using Medborgardialog.Domain.Participation;

namespace Medborgardialog.Application.Participation;

/// <summary>How far the answering of one dialogue has come, of whatever kind it is. Counts of the whole alone, and what was released of groups.</summary>
/// <param name="Answered">Persons whose answer lies in the box.</param>
/// <param name="Changed">Of them, those who have changed it at least once.</param>
/// <param name="Drafts">Begun and never sent. Drafts are kept for 30 days.</param>
/// <param name="Eligible">Persons who may answer, as the officers have written; null when not known.</param>
/// <param name="HighProtection">Class H.</param>
/// <param name="IsOpen">Takes answers now, by the clock of the database.</param>
/// <param name="Today">Swedish date by the same clock.</param>
/// <param name="Days">Whole days before <paramref name="Today"/> on which somebody came.</param>
/// <param name="Release">The latest; null before the first.</param>
public sealed record ParticipationCounts(
    int Answered, int Changed, int Drafts, int? Eligible, bool HighProtection, bool IsOpen, DateOnly Today, IReadOnlyList<DayCount> Days, ParticipationRelease? Release);

/// <summary>What may be known of who takes part while answers are sealed. Never reads what anybody answered.</summary>
public interface IParticipationGate
{
    /// <summary>Two statements in one round trip.</summary>
    Task<ParticipationCounts> ReadAsync(Guid dialogueId, CancellationToken cancellationToken);

    /// <summary>
    /// Counts the groups of every open dialogue where <see cref="ParticipationRelease.IsDue"/> says so, in place of what was counted before.
    /// Safe to run twice. Returns how many were counted.
    /// </summary>
    Task<int> ReleaseAsync(CancellationToken cancellationToken);
}
