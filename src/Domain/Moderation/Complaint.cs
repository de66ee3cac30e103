namespace Medborgardialog.Domain.Moderation;

/// <summary>A reader's report of a post (anmälan). One per person and post; never hides anything by itself (trust T46).</summary>
public sealed class Complaint
{
    public const int MaxText = 500;

    private Complaint()
    {
    }

    public Complaint(Guid postId, Guid personId, string text, DateTimeOffset at)
    {
        PostId = postId;
        PersonId = personId;
        Text = text.Trim() is var clean && clean.Length > MaxText ? clean[..MaxText] : clean;
        At = at;
    }

    public Guid PostId { get; private set; }

    public Guid PersonId { get; private set; }

    public string Text { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}
