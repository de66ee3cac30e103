namespace Medborgardialog.Domain.Evidence;

/// <summary>What a row of the ledger is a sign of, after Hirschman's exit, voice and loyalty (1970). Exits of different kinds are never added up.</summary>
public enum EvidenceKind
{
    /// <summary>What was answered to a question; a sign of neither leaving, telling nor staying.</summary>
    Opinion = 1,

    /// <summary>Who took part, beside who was asked or who lives there.</summary>
    Participation = 2,

    /// <summary>What people wrote about: a theme and those behind it.</summary>
    Theme = 3,

    /// <summary>Byter: leaves, where it was not told for what.</summary>
    Exit = 10,

    /// <summary>Byter till en annan utförare i kommunen.</summary>
    ExitInternal = 11,

    /// <summary>Lämnar verksamheten helt, eller ordnar det privat.</summary>
    ExitPrivate = 12,

    /// <summary>Flyttar.</summary>
    ExitGeographic = 13,

    /// <summary>Säger till: one person to somebody who can answer.</summary>
    VoiceIndividual = 20,

    /// <summary>Säger till tillsammans eller inför andra: a thread, a petition.</summary>
    VoiceCollective = 21,

    /// <summary>Answers where there is something to choose.</summary>
    VoiceVote = 22,

    /// <summary>Stannar gärna.</summary>
    LoyaltyAttached = 30,

    /// <summary>Sitter fast.</summary>
    LoyaltyCaptive = 31,

    /// <summary>Tyst: not satisfied, and nothing said. A sign of its own (requirement E4).</summary>
    Silence = 40,
}

/// <summary>Whether people said it or did it. Never added up.</summary>
public enum EvidenceBasis
{
    Stated = 1,
    Actual = 2,
}

/// <summary>Where a row comes from.</summary>
public enum EvidenceSourceKind
{
    Survey = 1,
    Consultation = 2,
    Discussion = 3,
    QaSession = 4,

    /// <summary>Synpunkter: complaints, ideas and praise that came in outside the dialogues.</summary>
    Complaints = 5,

    /// <summary>Switching events between providers, from the service's own records.</summary>
    Switching = 6,
    Panel = 7,

    /// <summary>An edition that was measured before it was measured here.</summary>
    Historic = 8,
}
