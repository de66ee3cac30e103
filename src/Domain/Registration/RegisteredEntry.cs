using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Registration;

/// <summary>
/// A form that one person has typed and that waits for another to type it. Gone when it is cast and when the box is sealed. Its answers
/// are sealed under the key of the dialogue; the id is random, like that of an answer.
/// </summary>
public sealed class RegisteredEntry
{
    public const int LongestLabel = 12;

    private RegisteredEntry()
    {
    }

    /// <param name="id">The first form's key, so that the same form sent twice is one entry.</param>
    /// <param name="sheet">Sealed.</param>
    public RegisteredEntry(Guid id, FormHolder holder, RegistrationBatch batch, byte[] sheet, Guid enteredBy, DateTimeOffset now)
    {
        Id = id;
        DialogueId = batch.DialogueId;
        HolderId = holder.Id;
        Label = holder.Label;
        Batch = batch.Number;
        Door = batch.Door;
        FirstSheet = sheet;
        EnteredBy = enteredBy;
        EnteredAt = now;
    }

    public Guid Id { get; private set; }

    public Guid DialogueId { get; private set; }

    /// <summary>See <see cref="FormHolder"/>.</summary>
    public Guid HolderId { get; private set; }

    /// <summary>What tells the paper apart from the others in the pile.</summary>
    public string Label { get; private set; } = "";

    /// <summary>Number of the batch that the first of the two belongs to.</summary>
    public int Batch { get; private set; }

    public AnswerDoor Door { get; private set; }

    public byte[] FirstSheet { get; private set; } = [];

    public Guid EnteredBy { get; private set; }

    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>What the second person typed, when it was not the same; null before that.</summary>
    public byte[]? SecondSheet { get; private set; }

    public Guid? ComparedBy { get; private set; }

    /// <summary>PostgreSQL's xmin.</summary>
    public uint Version { get; private set; }

    /// <summary>Somebody else than who typed it first may type it again and decide what differs. <see cref="EntryNeedsAnother"/>.</summary>
    public Result<Done> MayBeComparedBy(Guid person) => person == EnteredBy ? new EntryNeedsAnother() : Done.Value;

    /// <summary>Keeps a second typing that differs from the first, in place of an earlier such. <see cref="EntryNeedsAnother"/>.</summary>
    public Result<Done> Differs(byte[] sheet, Guid person)
    {
        var may = MayBeComparedBy(person);
        if (may.IsSuccess)
        {
            (SecondSheet, ComparedBy) = (sheet, person);
        }

        return may;
    }
}

/// <summary>Whose form it is.</summary>
/// <param name="Id">The person of the frame; where there are no codes, made from batch and number of the form under the key of the dialogue.</param>
/// <param name="Label">The first four symbols of the code, or the number of the form.</param>
/// <param name="Unit">Key of the unit that the list has for the person, whose add-ons stand on the form; empty for none.</param>
public sealed record FormHolder(Guid Id, string Label, string Unit = "");
