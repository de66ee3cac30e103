using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Ideas;

/// <summary>The seven steps that an idea climbs (ux 10.10), the plain version of the ten-step model for ideas from outside the organisation.</summary>
public enum IdeaStep
{
    /// <summary>Inskickad.</summary>
    Sent = 1,

    /// <summary>Tack och första svar, within <see cref="IdeaLadder.AnswerDays"/> office days: about the initiative, never a promise.</summary>
    Thanked = 2,

    /// <summary>Genomlyst: what speaks for and against, with somebody from outside the unit.</summary>
    Examined = 3,

    /// <summary>Utredd: use, cost and who would be responsible.</summary>
    Investigated = 4,

    /// <summary>Beslut: yes, no, or to be tried on a small scale.</summary>
    Decided = 5,

    /// <summary>Genomförs.</summary>
    Underway = 6,

    /// <summary>Klart, with thanks.</summary>
    Done = 7,
}

public enum IdeaDecision
{
    Yes = 1,

    /// <summary>The ladder ends here, with the reason for everyone to read.</summary>
    No = 2,

    /// <summary>Tried on a small scale first.</summary>
    Trial = 3,
}

/// <summary>The one source of the steps, for residents' ideas as for those in youth panels; their names are the texts <c>idea.step.1</c> to <c>idea.step.7</c>.</summary>
public static class IdeaLadder
{
    public const int Steps = 7;

    /// <summary>Office days within which every idea has its thanks and first answer.</summary>
    public const int AnswerDays = 5;

    /// <summary>The last day for the first answer to an idea that was sent on <paramref name="sent"/>.</summary>
    public static DateOnly AnswerBy(DateOnly sent) => SwedishCalendar.OfficeDaysAfter(sent, AnswerDays);

    /// <summary>
    /// True for one step up, and for a no to what has been examined and not yet investigated: more work on what will not be helps nobody.
    /// </summary>
    public static bool MayClimb(IdeaStep from, IdeaStep to, IdeaDecision? decision) =>
        (int)to == (int)from + 1 || from == IdeaStep.Examined && to == IdeaStep.Decided && decision == IdeaDecision.No;

    /// <summary>True for the steps below the present one that the municipality has taken; what was sent in stays sent in.</summary>
    public static bool MayGoBack(IdeaStep from, IdeaStep to) => to < from && to >= IdeaStep.Thanked;
}
