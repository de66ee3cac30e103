using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Evidence;

/// <summary>A file of counts that has been checked and waits, at most a day, for the officer who sent it to import it.</summary>
public sealed class EvidenceDraft : Entity
{
    /// <summary>Days that it waits.</summary>
    public const int Days = 1;

    private EvidenceDraft()
    {
    }

    /// <param name="kind">Switching or complaints.</param>
    /// <param name="name">Name of the file, or empty for what was pasted.</param>
    /// <param name="summary">What would change, as JSON.</param>
    /// <param name="rows">The signals by service as JSON, compressed.</param>
    public EvidenceDraft(EvidenceSourceKind kind, string name, Guid createdBy, string summary, byte[] rows, DateTimeOffset now) =>
        (Kind, Name, CreatedBy, Summary, Rows, CreatedAt) = (kind, name, createdBy, summary, rows, now);

    public EvidenceSourceKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    public Guid CreatedBy { get; private set; }

    public string Summary { get; private set; } = "";

    public byte[] Rows { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public bool IsWaiting(DateTimeOffset now) => CreatedAt > now.AddDays(-Days);
}
