namespace Medborgardialog.Domain.Frames;

/// <summary>The finished letters of a dialogue: one PDF, two pages a person, with the codes in it. Removed after <see cref="KeptUntil"/>.</summary>
public sealed class LetterFile
{
    /// <summary>Days that the letters can be fetched by an officer.</summary>
    public const int DaysKept = 7;

    private LetterFile()
    {
    }

    public LetterFile(Guid dialogueId, int letters, byte[] pdf, DateTimeOffset now, DateOnly today)
    {
        DialogueId = dialogueId;
        Replace(letters, pdf, now, today);
    }

    public Guid DialogueId { get; private set; }

    /// <summary>Number of letters, each of two pages.</summary>
    public int Letters { get; private set; }

    public byte[] Pdf { get; private set; } = [];

    /// <summary>Bytes.</summary>
    public int Size { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>Last day, Swedish date.</summary>
    public DateOnly KeptUntil { get; private set; }

    /// <summary>New letters with new codes: the ones before are of no use.</summary>
    public void Replace(int letters, byte[] pdf, DateTimeOffset now, DateOnly today)
    {
        (Letters, Pdf, Size, MadeAt) = (letters, pdf, pdf.Length, now);
        KeptUntil = today.AddDays(DaysKept);
    }
}
