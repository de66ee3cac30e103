using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Frames;

public enum FramePersonState
{
    Active = 0,

    /// <summary>May not answer: moved, dead, in the list by mistake. The code is treated as one that was never issued.</summary>
    Revoked = 1,
}

/// <summary>How to reach one person; kept only until the letters are printed and the sends are done.</summary>
/// <param name="Street">Empty for none, as all the others.</param>
public sealed record FrameContact(string Name, string Street, string PostalCode, string City, string Email, string Mobile)
{
    public static FrameContact None { get; } = new("", "", "", "", "", "");

    /// <summary>A letter needs all of it.</summary>
    public bool HasAddress => Name.Length > 0 && Street.Length > 0 && PostalCode.Length > 0 && City.Length > 0;
}

/// <summary>
/// One who may answer one dialogue. Born as group of ages, never as a date; the id is 128 random bits and says nothing about when
/// or in what order the person came. It is what a ballot's owner tag is made of, so nothing else of the person reaches the answer.
/// </summary>
public sealed class FramePerson
{
    private FramePerson()
    {
    }

    /// <param name="ageBand">See <see cref="Frames.AgeBand"/>; empty when no birth date was given.</param>
    /// <param name="id">The same person as in a list before, see <see cref="SamePerson"/>; null for somebody new.</param>
    public FramePerson(Guid frameId, string ageBand, string area, string unit, string language, FrameContact contact, Guid? id = null)
    {
        Id = id ?? RandomId.New();
        FrameId = frameId;
        AgeBand = ageBand;
        Area = area;
        Unit = unit;
        Language = language;
        Contact = contact;
    }

    /// <summary>
    /// The id that somebody has in every list of one dialogue that is made from the same draw: SHA-256 of the two, the first 16 bytes. So a letter of
    /// a second list is not a second way in, and nobody who knows the draw's own ids by heart can tell them from others'.
    /// </summary>
    /// <param name="origin">128 random bits.</param>
    public static Guid SamePerson(Guid dialogueId, Guid origin)
    {
        Span<byte> both = stackalloc byte[32];
        _ = dialogueId.TryWriteBytes(both) && origin.TryWriteBytes(both[16..]);
        return new Guid(System.Security.Cryptography.SHA256.HashData(both).AsSpan(0, 16));
    }

    public Guid Id { get; private set; }

    public Guid FrameId { get; private set; }

    public string AgeBand { get; private set; } = "";

    public string Area { get; private set; } = "";

    /// <summary>School, home or other unit, for surveys; empty for none.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>As in the file, for example "sv"; empty for not told.</summary>
    public string Language { get; private set; } = "";

    /// <summary>Other groups of the person by key, for lists that know more; only those that are declared reach an answer.</summary>
    public IReadOnlyDictionary<string, string> Groups { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public FramePersonState State { get; private set; }

    /// <summary>False for those who are on the list and were not drawn when a sample was.</summary>
    public bool IsDrawn { get; private set; } = true;

    /// <summary>Has asked for no more messages about the dialogue; may answer all the same.</summary>
    public bool WantsNoMessages { get; private set; }

    /// <summary>Null when the addresses are forgotten.</summary>
    public FrameContact? Contact { get; private set; }

    /// <summary>4 symbols, unique in the installation; null without a code.</summary>
    public string? Selector { get; private set; }

    /// <summary>16 bytes; see <see cref="CodeSecret"/>.</summary>
    public byte[]? SecretSalt { get; private set; }

    /// <summary>32 bytes.</summary>
    public byte[]? SecretHash { get; private set; }

    public DateTimeOffset? CodeIssuedAt { get; private set; }

    public void SetGroups(IReadOnlyDictionary<string, string> groups) => Groups = groups;

    /// <summary>Gives a new code; the one before stops working at the same instant, unless it is kept as an <see cref="EarlierCode"/>.</summary>
    /// <param name="kept">Salt and hash of the code's secret, from <see cref="CodeSecret.Make"/>.</param>
    public void GiveCode(string selector, (byte[] Salt, byte[] Hash) kept, DateTimeOffset now)
    {
        (Selector, SecretSalt, SecretHash) = (selector, kept.Salt, kept.Hash);
        CodeIssuedAt = now;
    }

    /// <summary><see cref="CodeNotActive"/> when it is done already.</summary>
    public Result<Done> Revoke()
    {
        if (State == FramePersonState.Revoked)
        {
            return new CodeNotActive();
        }

        State = FramePersonState.Revoked;
        return Done.Value;
    }

    public void SetDrawn(bool drawn) => IsDrawn = drawn;

    public void StopMessages() => WantsNoMessages = true;

    public void ForgetContact() => Contact = null;

    /// <summary>Whoever has left: how to reach them, the code, and the groups they were counted in.</summary>
    public void ForgetAll()
    {
        ForgetContact();
        (Selector, SecretSalt, SecretHash) = (null, null, null);
        (AgeBand, Area, Unit) = ("", "", "");
        Groups = new Dictionary<string, string>(StringComparer.Ordinal);
    }
}

/// <summary>
/// A code that goes on working when a reminder has brought another: until the reminder has come people have only the first letter, and a
/// form that has been filled in with its code must count afterwards too. They are all the same person and give one answer.
/// </summary>
public sealed class EarlierCode
{
    private EarlierCode()
    {
    }

    /// <summary>What the person has now, about to be followed by another.</summary>
    public EarlierCode(FramePerson person) => (Selector, PersonId, SecretSalt, SecretHash) = (person.Selector!, person.Id, person.SecretSalt!, person.SecretHash!);

    /// <summary>4 symbols, unique in the installation, also among the codes that are not earlier.</summary>
    public string Selector { get; private set; } = "";

    public Guid PersonId { get; private set; }

    /// <summary>16 bytes.</summary>
    public byte[] SecretSalt { get; private set; } = [];

    /// <summary>32 bytes.</summary>
    public byte[] SecretHash { get; private set; } = [];
}
