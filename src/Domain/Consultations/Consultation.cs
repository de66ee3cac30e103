using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Consultations;

/// <summary>
/// A rådslag: worked-out options, talk, an answer that may be changed until closing, sealed results, the committee's reply.
/// This part holds what it is; <c>Consultation.Draft.cs</c> how it is written,
/// <c>Consultation.Review.cs</c> how it is checked and approved, <c>Consultation.Lifecycle.cs</c> how it lives.
/// </summary>
public sealed partial class Consultation : Entity
{
    private readonly List<Option> _options = [];
    private readonly List<Notice> _notices = [];

    private Consultation()
    {
    }

    /// <param name="slug">Address part, lower-case a–z, 0–9 and hyphens, at most 60 characters.</param>
    /// <param name="title">At most 80 characters.</param>
    /// <param name="createdBy">The officer's id.</param>
    public Consultation(string slug, string title, Guid createdBy, DateTimeOffset now)
    {
        Slug = slug;
        Title = title.Trim();
        CreatedBy = createdBy;
        CreatedAt = now;
        EditedAt = now;
        State = ConsultationState.Draft;
        Mode = AnswerMode.Confidential;
        MinimumAssurance = Identity.AssuranceLevel.Email;
    }

    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>Short name for breadcrumbs and mail, for example "Stortorget"; the title where empty.</summary>
    public string ShortTitle { get; private set; } = "";

    /// <summary>At most 50 words.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>Markdown subset.</summary>
    public string Background { get; private set; } = "";

    /// <summary>The same in easy Swedish.</summary>
    public string EasySwedish { get; private set; } = "";

    public InfluenceLevel? Influence { get; private set; }

    public IReadOnlyList<string> CanInfluence { get; private set; } = [];

    public IReadOnlyList<string> AlreadyDecided { get; private set; } = [];

    public Guid? CommitteeId { get; private set; }

    /// <summary>Who may answer, in words, for example "Folkbokförda från 16 år".</summary>
    public string Eligibility { get; private set; } = "";

    /// <summary>Number of people who may answer, for the share of the eligible; null when not known.</summary>
    public int? EligibleCount { get; private set; }

    public Identity.AssuranceLevel MinimumAssurance { get; private set; }

    public AnswerMode Mode { get; private set; }

    /// <summary>Class H of trust 2.3: minors, sensitive questions or fewer than 100 invited.</summary>
    public bool HighProtection { get; private set; }

    public string OtherWays { get; private set; } = "";

    public string PrivacyText { get; private set; } = "";

    public string ContactName { get; private set; } = "";

    public string ContactPhone { get; private set; } = "";

    /// <summary>Names of the aspects that every option answers, in order (K1).</summary>
    public IReadOnlyList<string> AspectNames { get; private set; } = [];

    /// <summary>How many of the first aspects stand on the option's card, 0 to 3.</summary>
    public int CardAspects { get; private set; } = 3;

    public Schedule? Schedule { get; private set; }

    public Guid? ModeratorId { get; private set; }

    public Guid? DeputyModeratorId { get; private set; }

    /// <summary>Checks a person ticks off by hand (tested on a phone, without script).</summary>
    public IReadOnlyList<PublishCheck> TickedChecks { get; private set; } = [];

    public ConsultationState State { get; private set; }

    public Guid CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public Guid? SentForReviewBy { get; private set; }

    public Guid? ApprovedBy { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Why it is paused or cancelled, by whom, in words for everyone.</summary>
    public string StateReason { get; private set; } = "";

    public string StateDecidedBy { get; private set; } = "";

    public DateTimeOffset? StateChangedAt { get; private set; }

    /// <summary>When paused: the day talk and answers are meant to open again, if known.</summary>
    public DateOnly? PausedUntil { get; private set; }

    /// <summary>When the box was sealed and the result counted; null before.</summary>
    public DateTimeOffset? CountedAt { get; private set; }

    /// <summary>The frozen spelregler as canonical JSON (K11); null before publishing.</summary>
    public string? ManifestJson { get; private set; }

    /// <summary>SHA-256 of the manifest, 64 hex digits.</summary>
    public string? ManifestHash { get; private set; }

    /// <summary>A new answer date, when the committee has set one with a reason.</summary>
    public DateOnly? NewPromisedAt { get; private set; }

    /// <summary>Who saved last, by name, and when. Every official change writes it, so that <see cref="Version"/> follows changes of options and questions too.</summary>
    public string EditedBy { get; private set; } = "";

    public DateTimeOffset EditedAt { get; private set; }

    /// <summary>Row version for optimistic concurrency (PostgreSQL xmin).</summary>
    public uint Version { get; private set; }

    public IReadOnlyList<Option> Options => _options;

    public IReadOnlyList<Notice> Notices => _notices;

    public string NameInText => ShortTitle.Length > 0 ? ShortTitle : Title;

    public bool IsFrozen => State is not (ConsultationState.Draft or ConsultationState.InReview);

    /// <summary>The last day on which the committee has promised to answer.</summary>
    public DateOnly? PromisedAt => NewPromisedAt ?? Schedule?.PromisedAt;

    /// <summary>What everyone sees at <paramref name="now"/>. <paramref name="today"/> is the same instant as a Swedish date, which decides lateness.</summary>
    public Phase PhaseAt(DateTimeOffset now, DateOnly today) => State switch
    {
        ConsultationState.Draft => Phase.Draft,
        ConsultationState.InReview => Phase.InReview,
        ConsultationState.Published when now < Schedule!.TalkOpensAt => Phase.Scheduled,
        ConsultationState.Published when now < Schedule!.AnswersOpenAt => Phase.OpenTalk,
        ConsultationState.Published when now < Schedule!.ClosesAt => Phase.OpenAnswer,
        ConsultationState.Published => Phase.Closed,
        ConsultationState.Paused => Phase.Paused,
        ConsultationState.Closed when CountedAt is null || now < Schedule!.ResultsAt => Phase.Closed,
        ConsultationState.Closed => today > PromisedAt ? Phase.AnswerLate : Phase.Results,
        ConsultationState.WithCommittee when now < Schedule!.ResultsAt => Phase.Closed,
        ConsultationState.WithCommittee => today > PromisedAt ? Phase.AnswerLate : Phase.WithCommittee,
        ConsultationState.Answered => Phase.Answered,
        ConsultationState.FollowUp => Phase.FollowUp,
        ConsultationState.Archived => Phase.Archived,
        _ => Phase.Cancelled,
    };
}
