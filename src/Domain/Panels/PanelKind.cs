namespace Medborgardialog.Domain.Panels;

public enum PanelKind
{
    Adult = 0,

    /// <summary>13 to 20 years: aliases, talk that is read before it is shown, quiet hours, class H.</summary>
    Youth = 1,
}

public enum PanelState
{
    /// <summary>Seen by officers only.</summary>
    Draft = 0,

    /// <summary>New members are let in while there are seats; the others wait in line.</summary>
    Open = 1,

    /// <summary>Goes on with the members there are. Whoever asks waits in line.</summary>
    ClosedToNew = 2,

    /// <summary>Nothing is asked until it is opened again.</summary>
    Paused = 3,
    Ended = 4,
}

/// <summary>How members came to be asked; printed on every result, because it decides what the result may be said of (L1).</summary>
public enum Recruitment
{
    /// <summary>Whoever wants to joins. Says nothing of others than the members.</summary>
    Open = 0,

    /// <summary>Drawn at random and invited by letter; nobody joins without having been drawn.</summary>
    Draw = 1,

    /// <summary>Both. Counted as open, since one cannot tell the members apart in the answers.</summary>
    Mixed = 2,
}

public enum MembershipState
{
    /// <summary>In line, by the day and hour of asking.</summary>
    Waiting = 0,

    /// <summary>A guardian has been asked and has not said yes. Is asked nothing meanwhile.</summary>
    AwaitingGuardian = 1,
    Active = 2,

    /// <summary>By the member's own wish.</summary>
    Left = 3,

    /// <summary>The term ended and was not renewed.</summary>
    Expired = 4,
}
