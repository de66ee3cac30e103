namespace Medborgardialog.Domain.Consultations;

/// <summary>The checklist of ux 9.2. A rådslag is published only when all are done.</summary>
public enum PublishCheck
{
    Texts,
    PictureTexts,
    InfluenceLevel,
    CanInfluence,
    AlreadyDecided,
    Options,
    Questions,
    Committee,
    PromisedAnswer,
    Schedule,
    Eligibility,
    OtherWays,
    PrivacyText,
    EasySwedish,
    TestedOnPhone,
    TestedWithoutScript,
    Moderators,
    SecondPerson,
}
