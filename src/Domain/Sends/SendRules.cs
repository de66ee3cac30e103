using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Sends;

/// <summary>What the rules need to know of a dialogue.</summary>
/// <param name="OpensAt">When it takes answers; null while it is not published.</param>
/// <param name="ClosesAt">First instant at which it does not.</param>
/// <param name="InvitedAt">When people were first told of it, by a send or by letters with codes; null for not yet.</param>
/// <param name="Sends">Those that there are, also stopped ones.</param>
/// <param name="Zone">Where its days begin and end.</param>
public sealed record SendDialogue(
    Guid DialogueId, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt, DateTimeOffset? InvitedAt, IReadOnlyList<Send> Sends, TimeZoneInfo Zone);

/// <summary>
/// An invitation and at most two reminders, while the dialogue takes answers. The first reminder on day 4 after the invitation at the
/// earliest, the second on day 10 or half-way to closing, whichever comes first, and on a later day than the first (ux 9.5). Days are
/// calendar days, so that a reminder may leave at 8 though the invitation left at noon.
/// </summary>
public static class SendRules
{
    public const int FirstReminderDay = 4;
    public const int SecondReminderDay = 10;

    /// <param name="at">When the send would begin.</param>
    public static Result<Done> Check(SendDialogue dialogue, SendKind kind, DateTimeOffset at, DateTimeOffset now)
    {
        if (dialogue.OpensAt is not { } opens || dialogue.ClosesAt is not { } closes)
        {
            return new SendNotPublished();
        }

        if (at >= closes || now >= closes)
        {
            return new SendAfterClosing();
        }

        if (at < opens)
        {
            return new SendBeforeOpening();
        }

        if (dialogue.Sends.Any(s => s.Kind == kind && s.State != SendState.Stopped))
        {
            return new SendKindTaken();
        }

        return kind == SendKind.Invitation || at >= Earliest(dialogue, kind) ? Done.Value
            : Earliest(dialogue, kind) is { } earliest ? new SendTooSoon(earliest)
            : new SendNoInvitation();
    }

    /// <summary>First instant of the first day that a reminder may leave; null when what it reminds of has not been sent.</summary>
    public static DateTimeOffset? Earliest(SendDialogue dialogue, SendKind kind)
    {
        if (dialogue.InvitedAt is not { } invited)
        {
            return null;
        }

        if (kind == SendKind.FirstReminder)
        {
            return DayAfter(dialogue, invited, FirstReminderDay);
        }

        if (dialogue.Sends.Where(s => s is { Kind: SendKind.FirstReminder, StartedAt: not null }).Min(s => s.StartedAt) is not { } first)
        {
            return null;
        }

        var tenth = DayAfter(dialogue, invited, SecondReminderDay);
        var halfway = dialogue.ClosesAt is { } closes ? DayAfter(dialogue, invited + (closes - invited) / 2, 0) : tenth;
        var next = DayAfter(dialogue, first, 1);
        var due = halfway < tenth ? halfway : tenth;
        return due > next ? due : next;
    }

    private static DateTimeOffset DayAfter(SendDialogue dialogue, DateTimeOffset instant, int days)
    {
        var local = DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(instant, dialogue.Zone).Date.AddDays(days), DateTimeKind.Unspecified);
        return new DateTimeOffset(local, dialogue.Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
