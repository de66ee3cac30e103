using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Domain.Surveys;

/// <summary>
/// An enkät: questions to citizens, or to the users of a service and then by unit. This part holds what it is;
/// <c>Survey.Draft.cs</c> how it is written, <c>Survey.Lifecycle.cs</c> how it is approved and lives.
/// </summary>
public sealed partial class Survey : Entity
{
    private Survey()
    {
    }

    /// <param name="slug">Address part, lower-case a–z, 0–9 and hyphens, at most 60 characters.</param>
    /// <param name="title">At most 80 characters.</param>
    /// <param name="createdBy">The officer's id.</param>
    public Survey(string slug, string title, Guid createdBy, DateTimeOffset now)
    {
        Slug = slug;
        Title = title.Trim();
        CreatedBy = createdBy;
        CreatedAt = now;
        EditedAt = now;
        State = SurveyState.Draft;
        Mode = AnswerMode.Confidential;
        MinimumAssurance = AssuranceLevel.LetterCode;
        Design = SampleDesign.TotalSurvey;
    }

    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>Short name for breadcrumbs; the title where empty.</summary>
    public string ShortTitle { get; private set; } = "";

    /// <summary>Who asks and why, in a few sentences.</summary>
    public string Why { get; private set; } = "";

    /// <summary>The same in easy Swedish.</summary>
    public string EasySwedish { get; private set; } = "";

    /// <summary>The service that users are asked about, for example "Hemtjänst"; empty for a survey of citizens.</summary>
    public string Service { get; private set; } = "";

    public Guid? CommitteeId { get; private set; }

    public string ContactName { get; private set; } = "";

    public string ContactPhone { get; private set; } = "";

    /// <summary>Who may answer, in words, for example "Alla som hade hemtjänst den 1 mars".</summary>
    public string Eligibility { get; private set; } = "";

    public AssuranceLevel MinimumAssurance { get; private set; }

    public AnswerMode Mode { get; private set; }

    /// <summary>Class H of trust 2.3: minors, sensitive questions or fewer than 100 invited.</summary>
    public bool HighProtection { get; private set; }

    /// <summary>How those who answer were chosen; decides whether intervals and tests may be shown (N2).</summary>
    public SampleDesign Design { get; private set; }

    /// <summary>Persons invited; null where the door is open or the number is not known.</summary>
    public int? InvitedCount { get; private set; }

    /// <summary>Persons that the invited were drawn from, for the finite population correction; null when not known.</summary>
    public int? PopulationCount { get; private set; }

    public string OtherWays { get; private set; } = "";

    public string PrivacyText { get; private set; } = "";

    /// <summary>BCP 47 tags beside Swedish; <c>sv-x-latt</c> is easy Swedish.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];

    /// <summary>At most four (rule R10). Declared before opening.</summary>
    public IReadOnlyList<BreakdownVariable> Breakdowns { get; private set; } = [];

    /// <summary>The breakdown by unit, or null.</summary>
    public BreakdownVariable? Units => Breakdowns.FirstOrDefault(b => b.Key == Question.UnitKey);

    /// <summary>Names of the units that ask a question beside the core; the key of one that is not in the breakdown.</summary>
    public IReadOnlyList<string> UnitsOf(Question question) =>
        [.. question.AskedOf.Select(key => Units?.Categories.FirstOrDefault(c => c.Key == key)?.Name ?? key)];

    /// <summary>Whether analysts may export one row for each answer after closing; said in the spelregler before anybody answers (rule R18).</summary>
    public bool RowExport { get; private set; }

    public SurveyTimes? Times { get; private set; }

    /// <summary>New days for the committee's answer, each with the reason that everyone sees; oldest first. The first day of all is that of the first change.</summary>
    public IReadOnlyList<PromiseChange> PromiseChanges { get; private set; } = [];

    /// <summary>The programme that this is an edition of, or null.</summary>
    public Guid? ProgrammeId { get; private set; }

    /// <summary>Name of the edition, for example "2026"; empty outside a programme.</summary>
    public string Edition { get; private set; } = "";

    public SurveyState State { get; private set; }

    public Guid CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public Guid? SentForReviewBy { get; private set; }

    public Guid? ApprovedBy { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Why it is paused, cancelled or sent back, in words for everyone who sees that state.</summary>
    public string StateReason { get; private set; } = "";

    public string StateDecidedBy { get; private set; } = "";

    public DateTimeOffset? StateChangedAt { get; private set; }

    /// <summary>When the box was sealed and the result counted; null before.</summary>
    public DateTimeOffset? CountedAt { get; private set; }

    /// <summary>The frozen spelregler as canonical JSON (K11); null before publishing.</summary>
    public string? ManifestJson { get; private set; }

    /// <summary>SHA-256 of the manifest, 64 hex digits.</summary>
    public string? ManifestHash { get; private set; }

    public string EditedBy { get; private set; } = "";

    public DateTimeOffset EditedAt { get; private set; }

    /// <summary>Row version for optimistic concurrency (PostgreSQL xmin).</summary>
    public uint Version { get; private set; }

    public string NameInText => ShortTitle.Length > 0 ? ShortTitle : Title;

    public bool IsFrozen => State is not (SurveyState.Draft or SurveyState.InReview);

    /// <summary>True for a survey of the users of a service.</summary>
    public bool IsServiceSurvey => Service.Length > 0;

    public SurveyPhase PhaseAt(DateTimeOffset now) => PhaseOf(State, Times, now);

    /// <summary>Of one that has not been loaded whole.</summary>
    public static SurveyPhase PhaseOf(SurveyState state, SurveyTimes? times, DateTimeOffset now) => state switch
    {
        SurveyState.Draft => SurveyPhase.Draft,
        SurveyState.InReview => SurveyPhase.InReview,
        SurveyState.Published when now < times!.AnswersOpenAt => SurveyPhase.Scheduled,
        SurveyState.Published when now < times!.ClosesAt => SurveyPhase.Open,
        SurveyState.Published => SurveyPhase.Closed,
        SurveyState.Paused => SurveyPhase.Paused,
        SurveyState.Closed => now >= times!.ResultsAt ? SurveyPhase.Results : SurveyPhase.Closed,
        _ => SurveyPhase.Cancelled,
    };
}
