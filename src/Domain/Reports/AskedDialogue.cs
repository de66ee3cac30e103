using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Domain.Reports;

/// <summary>
/// A rådslag or a survey (a wave of a panel too) as committees and their reports see it: asked by somebody, counted, promised an answer. For
/// reading only; what is changed is changed in the dialogue itself.
/// </summary>
public sealed class AskedDialogue
{
    private AskedDialogue()
    {
    }

    public Guid Id { get; private set; }

    public DialogueKind Kind { get; private set; }

    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string ShortTitle { get; private set; } = "";

    /// <summary>The service that users were asked about; empty for a rådslag and for citizens.</summary>
    public string Service { get; private set; } = "";

    public Guid? CommitteeId { get; private set; }

    public DateTimeOffset OpensAt { get; private set; }

    public DateTimeOffset ClosesAt { get; private set; }

    public DateTimeOffset ResultsAt { get; private set; }

    /// <summary>The last day on which the committee has promised to answer, as last said.</summary>
    public DateOnly PromisedAt { get; private set; }

    public DateTimeOffset? CountedAt { get; private set; }

    /// <summary>How many were on the list of those who might take part; null where nobody said.</summary>
    public int? Listed { get; private set; }

    /// <summary>Of a survey, which keeps no such state: from its report and the committee's answer.</summary>
    public ConsultationState State { get; private set; }

    public string NameInText => ShortTitle.Length > 0 ? ShortTitle : Title;

    /// <summary>Path of its page.</summary>
    public string Address => (Kind == DialogueKind.Consultation ? "/radslag/" : "/enkater/") + Slug;

    /// <summary>True once the report has been delivered: before that there is nothing to answer.</summary>
    public bool HasReachedCommittee => State
        is ConsultationState.WithCommittee or ConsultationState.Answered or ConsultationState.FollowUp or ConsultationState.Archived;

    /// <summary>True while the committee owes an answer, whether or not the report has reached it.</summary>
    public bool IsOwed => State
        is ConsultationState.Published or ConsultationState.Paused or ConsultationState.Closed or ConsultationState.WithCommittee;

    /// <summary>A promise is broken when its day has passed, also where no report has been delivered.</summary>
    public Phase PhaseAt(DateTimeOffset now, DateOnly today) => State switch
    {
        ConsultationState.Published when now < OpensAt => Phase.Scheduled,
        ConsultationState.Published when now < ClosesAt => Phase.OpenAnswer,
        ConsultationState.Paused => Phase.Paused,
        ConsultationState.Cancelled => Phase.Cancelled,
        ConsultationState.Closed when now >= ResultsAt && today > PromisedAt => Phase.AnswerLate,
        ConsultationState.Closed => now >= ResultsAt ? Phase.Results : Phase.Closed,
        ConsultationState.WithCommittee when now < ResultsAt => Phase.Closed,
        ConsultationState.WithCommittee => today > PromisedAt ? Phase.AnswerLate : Phase.WithCommittee,
        ConsultationState.Answered => Phase.Answered,
        ConsultationState.FollowUp => Phase.FollowUp,
        ConsultationState.Archived => Phase.Archived,
        _ => Phase.Closed,
    };
}
