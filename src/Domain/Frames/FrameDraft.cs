using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Frames;

/// <summary>
/// A file that has been checked and waits for the officer to import it, at most a day. Holds what will be kept and nothing else:
/// birth dates and identity numbers were left behind when it was read.
/// </summary>
public sealed class FrameDraft : Entity
{
    private FrameDraft()
    {
    }

    /// <param name="settings">Settings as JSON.</param>
    /// <param name="summary">Counts as JSON, for the page.</param>
    /// <param name="rows">The people as JSON, compressed.</param>
    public FrameDraft(Guid dialogueId, Guid createdBy, string settings, string summary, byte[] rows, DateTimeOffset now)
    {
        DialogueId = dialogueId;
        CreatedBy = createdBy;
        Settings = settings;
        Summary = summary;
        Rows = rows;
        CreatedAt = now;
    }

    public Guid DialogueId { get; private set; }

    public Guid CreatedBy { get; private set; }

    public string Settings { get; private set; } = "";

    public string Summary { get; private set; } = "";

    public byte[] Rows { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }
}
