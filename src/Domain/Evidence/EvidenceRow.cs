using System.Security.Cryptography;
using System.Text;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Domain.Evidence;

/// <summary>
/// A row of the evidence ledger (requirement E9). Rows are added and never rewritten: a corrected count is a new revision that replaces the
/// row before it, and a source that goes away withdraws its rows. So what was known at any moment can be read at any later one.
/// </summary>
public sealed class EvidenceRow
{
    public const int MaxMeasure = 120;
    public const int MaxLabel = 300;

    /// <summary>Longest reason for withdrawing a source, in characters.</summary>
    public const int LongestReason = 400;
    private const int GuidBytes = 16;

    private EvidenceRow()
    {
    }

    private EvidenceRow(EvidenceSource source, EvidenceSignal signal, int revision, DateTimeOffset now)
    {
        Id = IdOf(source, signal, revision);
        (SourceKind, SourceId, SourceTitle, SourceAddress, CommitteeId) = (source.Kind, source.Id, source.Title, source.Address, source.CommitteeId);
        (Key, Revision, AddedAt) = (signal.Key, revision, now);
        (Kind, Basis, Measure, Label, Reason) = (signal.Kind, signal.Basis, signal.Measure, signal.Label, signal.Reason);
        (Perspective, Service, Unit, Group) = (signal.Perspective, signal.Service, signal.Unit, signal.Group);
        (From, To) = (signal.From, signal.To);
        (Count, Denominator, AtLeastPercent, RoundingBase, Design) = (signal.Count, signal.Denominator, signal.AtLeastPercent, signal.RoundingBase, signal.Design);
    }

    /// <summary>Follows from source, key and revision, so that the same row written twice is one row.</summary>
    public Guid Id { get; private set; }

    public EvidenceSourceKind SourceKind { get; private set; }

    public Guid SourceId { get; private set; }

    public string SourceTitle { get; private set; } = "";

    public string SourceAddress { get; private set; } = "";

    public Guid? CommitteeId { get; private set; }

    /// <summary>See <see cref="EvidenceSignal.Key"/>.</summary>
    public string Key { get; private set; } = "";

    /// <summary>From 1.</summary>
    public int Revision { get; private set; }

    public EvidenceKind Kind { get; private set; }

    public EvidenceBasis Basis { get; private set; }

    public string Measure { get; private set; } = "";

    public string Label { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public Perspective? Perspective { get; private set; }

    public string Service { get; private set; } = "";

    public string Unit { get; private set; } = "";

    public string Group { get; private set; } = "";

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public int? Count { get; private set; }

    public int? Denominator { get; private set; }

    public int? AtLeastPercent { get; private set; }

    public int RoundingBase { get; private set; }

    public SampleDesign Design { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>When a later revision took its place, or its source no longer said it; null while it holds.</summary>
    public DateTimeOffset? ReplacedAt { get; private set; }

    /// <summary>When its source was taken away; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Why, in words.</summary>
    public string WithdrawnWhy { get; private set; } = "";

    public bool Holds => ReplacedAt is null && WithdrawnAt is null;

    /// <summary>Says the same numbers.</summary>
    public bool Says(EvidenceSignal signal) =>
        Key == signal.Key && Count == signal.Count && Denominator == signal.Denominator && AtLeastPercent == signal.AtLeastPercent
        && RoundingBase == signal.RoundingBase && Design == signal.Design && Label == signal.Label;

    /// <summary>
    /// Errors: <see cref="EvidenceCountInvalid"/> (negative, more than it is of, or neither count nor share), <see cref="EvidencePeriodInvalid"/>,
    /// <see cref="EvidenceMeasureInvalid"/>.
    /// </summary>
    /// <param name="revision">From 1.</param>
    public static Result<EvidenceRow> Write(EvidenceSource source, EvidenceSignal signal, int revision, DateTimeOffset now)
    {
        if (signal.Measure.Length is 0 or > MaxMeasure || signal.Label.Length is 0 or > MaxLabel)
        {
            return new EvidenceMeasureInvalid();
        }

        if (signal.To < signal.From)
        {
            return new EvidencePeriodInvalid();
        }

        // Rounded parts of rounded wholes may stand over by less than a step each.
        var slack = signal.RoundingBase > 1 ? 2 * (signal.RoundingBase - 1) : 0;
        var wrong = signal.Count is null && signal.AtLeastPercent is null
            || signal.Count < 0 || signal.Denominator < 0 || signal.AtLeastPercent is < 0 or > 100
            || signal.Count > signal.Denominator + slack;
        return wrong ? new EvidenceCountInvalid() : new EvidenceRow(source, signal, revision, now);
    }

    public void Replace(DateTimeOffset now) => ReplacedAt ??= now;

    public void Withdraw(string why, DateTimeOffset now)
    {
        if (WithdrawnAt is null)
        {
            (WithdrawnAt, WithdrawnWhy) = (now, why);
        }
    }

    private static Guid IdOf(EvidenceSource source, EvidenceSignal signal, int revision)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{source.Id:N}|{signal.Key}|{revision}"), hash);

        // Version 8 of RFC 9562: the bits are our own.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..GuidBytes], bigEndian: true);
    }
}
