using System.Globalization;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Domain.Evidence;

/// <summary>
/// One thing that a source says: so many, of so many, of what, where and when. Always counts of persons or cases that have passed the
/// rules for small groups, never a person.
/// </summary>
public sealed record EvidenceSignal
{
    public required EvidenceKind Kind { get; init; }

    /// <summary>Stable key of what is measured, for example <c>loop.Attached</c> or <c>q.val.b</c>; at most 120 characters.</summary>
    public required string Measure { get; init; }

    /// <summary>The same in words, Swedish; at most 300 characters.</summary>
    public required string Label { get; init; }

    public EvidenceBasis Basis { get; init; } = EvidenceBasis.Stated;

    /// <summary>Citizens' or users'; null where it is neither. The two are never put together (Lomma's two perspectives).</summary>
    public Perspective? Perspective { get; init; }

    /// <summary>The service as surveys name it, for example "Hemtjänst"; empty where it is about none.</summary>
    public string Service { get; init; } = "";

    /// <summary>Name of the unit, or of the units that had to be put together; empty for all.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Area, age or another group of people; empty for all.</summary>
    public string Group { get; init; } = "";

    /// <summary>First day that the count is about.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day, not before <see cref="From"/>.</summary>
    public required DateOnly To { get; init; }

    /// <summary>0 or more; null where only <see cref="AtLeastPercent"/> may be told.</summary>
    public int? Count { get; init; }

    /// <summary>Of how many, at least <see cref="Count"/>; null where the count is not a part of anything.</summary>
    public int? Denominator { get; init; }

    /// <summary>Rule R16: "minst q procent"; null where the count is shown.</summary>
    public int? AtLeastPercent { get; init; }

    /// <summary>1 for exact counts, otherwise what they are rounded to.</summary>
    public int RoundingBase { get; init; } = 1;

    public SampleDesign Design { get; init; } = SampleDesign.Open;

    /// <summary>Why people leave or what they say, where the source tells it; empty otherwise.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Two signals of one source with the same key are the same thing told again.</summary>
    public string Key => string.Create(
        CultureInfo.InvariantCulture,
        $"{(int)Kind}|{(int)Basis}|{Measure}|{(int?)Perspective}|{Service}|{Unit}|{Group}|{Reason}|{From:yyyyMMdd}|{To:yyyyMMdd}");
}

/// <summary>The source of a set of signals.</summary>
/// <param name="Id">Of the dialogue, the panel or the imported file.</param>
/// <param name="Title">As people know it, for example "Brukarundersökning hemtjänst 2026".</param>
/// <param name="Address">Path where it can be read, or empty where it is not public.</param>
public sealed record EvidenceSource(EvidenceSourceKind Kind, Guid Id, string Title, string Address, Guid? CommitteeId);
