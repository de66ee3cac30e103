using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Reports;

public enum FeedbackState
{
    Draft = 1,

    /// <summary>Complete and with the chair.</summary>
    Submitted = 2,

    /// <summary>Approved, and public since then.</summary>
    Published = 3,
}

/// <summary>What the secretary has typed, as a whole; parts of it may be empty while it is a draft.</summary>
/// <param name="Changed">Whether the dialogue changed anything; null until chosen.</param>
/// <param name="ChangedWhat">What changed, or why nothing did.</param>
/// <param name="Paragraph">Of the minutes, for example "§ 96".</param>
public sealed record FeedbackText(
    IReadOnlyList<FeedbackPoint> Points, string Summary, bool? Changed, string ChangedWhat, string Reservations,
    DateOnly? MeetingDay, string Paragraph, string RegistrationNumber);

/// <summary>
/// The committee's answer to a dialogue ("Du sa – vi gjorde"): a point per theme of the report, written by the secretary,
/// approved by the chair, then public and closed. What happens after that is added as dated follow-ups.
/// </summary>
public sealed class DecisionFeedback : Entity
{
    public const int MaxLong = 400;
    public const int MaxPoints = 40;

    private DecisionFeedback()
    {
    }

    /// <param name="dialogueId">The rådslag or the survey.</param>
    public DecisionFeedback(Guid dialogueId, Guid committeeId)
    {
        DialogueId = dialogueId;
        CommitteeId = committeeId;
        State = FeedbackState.Draft;
    }

    /// <summary>The rådslag or the survey; one answer for each.</summary>
    public Guid DialogueId { get; private set; }

    public Guid CommitteeId { get; private set; }

    /// <summary>The report it answers, known from the moment it is submitted; null where there was none.</summary>
    public Guid? ReportId { get; private set; }

    public FeedbackState State { get; private set; }

    public IReadOnlyList<FeedbackPoint> Points { get; private set; } = [];

    public IReadOnlyList<FeedbackFollowUp> FollowUps { get; private set; } = [];

    public IReadOnlyList<FeedbackEvent> History { get; private set; } = [];

    /// <summary>The answer in a sentence or two.</summary>
    public string Summary { get; private set; } = "";

    public bool? Changed { get; private set; }

    public string ChangedWhat { get; private set; } = "";

    /// <summary>As in the minutes; empty where there are none.</summary>
    public string Reservations { get; private set; } = "";

    public DateOnly? MeetingDay { get; private set; }

    public string Paragraph { get; private set; } = "";

    public string RegistrationNumber { get; private set; } = "";

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Row version for optimistic concurrency (PostgreSQL xmin).</summary>
    public uint Version { get; private set; }

    /// <summary>Saves the draft. Errors: <see cref="FeedbackLocked"/>, <see cref="FeedbackTextsTooLong"/>, <see cref="FeedbackPointsTooMany"/>.</summary>
    public Result<Done> Write(FeedbackText text, FeedbackActor actor, DateTimeOffset now)
    {
        if (State != FeedbackState.Draft)
        {
            return new FeedbackLocked();
        }

        if (text.Points.Count > MaxPoints)
        {
            return new FeedbackPointsTooMany(MaxPoints);
        }

        var points = text.Points.Select(p => p.Tidy()).ToList();
        var tooLong = points.SelectMany(p => p.TooLong()).Concat(TooLong(text)).ToList();
        if (tooLong.Count > 0)
        {
            return new FeedbackTextsTooLong(tooLong);
        }

        Points = points;
        Summary = FeedbackPoint.Clean(text.Summary);
        Changed = text.Changed;
        ChangedWhat = FeedbackPoint.Clean(text.ChangedWhat);
        Reservations = FeedbackPoint.Clean(text.Reservations);
        MeetingDay = text.MeetingDay;
        Paragraph = FeedbackPoint.Clean(text.Paragraph);
        RegistrationNumber = FeedbackPoint.Clean(text.RegistrationNumber);
        Note(FeedbackEventKind.Written, "", actor, now);
        return Done.Value;
    }

    /// <summary>Everything that is missing before it can go to the chair, in the order of the form.</summary>
    /// <param name="themes">The themes of the delivered report, id and name.</param>
    public IReadOnlyList<FeedbackGap> Gaps(IEnumerable<(Guid Id, string Name)> themes)
    {
        var gaps = new List<FeedbackGap>();
        foreach (var (id, name) in themes)
        {
            if (Points.All(p => p.ThemeId != id))
            {
                gaps.Add(new FeedbackGap(PointId: null, name, FeedbackField.Theme));
            }
        }

        gaps.AddRange(Points.SelectMany(p => p.Missing().Select(f => new FeedbackGap(p.Id, p.Heading, f))));
        var whole = new (bool Missing, FeedbackField Field)[]
        {
            (Summary.Length == 0, FeedbackField.Summary),
            (Changed is null, FeedbackField.Changed),
            (ChangedWhat.Length == 0, FeedbackField.ChangedWhat),
            (MeetingDay is null, FeedbackField.MeetingDay),
            (Paragraph.Length == 0, FeedbackField.Paragraph),
        };
        gaps.AddRange(whole.Where(w => w.Missing).Select(w => new FeedbackGap(PointId: null, "", w.Field)));
        if (Points.Count == 0 && gaps.TrueForAll(g => g.Field != FeedbackField.Theme))
        {
            gaps.Insert(0, new FeedbackGap(PointId: null, "", FeedbackField.Theme));
        }

        return gaps;
    }

    /// <summary>Draft → with the chair. Errors: <see cref="FeedbackLocked"/>, <see cref="FeedbackIncomplete"/>.</summary>
    public Result<Done> Submit(Guid? reportId, IEnumerable<(Guid Id, string Name)> themes, FeedbackActor actor, DateTimeOffset now)
    {
        if (State != FeedbackState.Draft)
        {
            return new FeedbackLocked();
        }

        var gaps = Gaps(themes);
        if (gaps.Count > 0)
        {
            return new FeedbackIncomplete(gaps);
        }

        ReportId = reportId;
        State = FeedbackState.Submitted;
        Note(FeedbackEventKind.Submitted, "", actor, now);
        return Done.Value;
    }

    /// <summary>With the chair → draft, with what the chair wants changed. Errors: <see cref="FeedbackNotSubmitted"/>, <see cref="FeedbackReasonMissing"/>.</summary>
    public Result<Done> SendBack(string reason, FeedbackActor actor, DateTimeOffset now)
    {
        if (State != FeedbackState.Submitted)
        {
            return new FeedbackNotSubmitted();
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new FeedbackReasonMissing();
        }

        if (reason.Length > MaxLong)
        {
            return new FeedbackTextsTooLong([new FeedbackTooLong(PointId: null, FeedbackField.Note, reason.Length, MaxLong)]);
        }

        State = FeedbackState.Draft;
        Note(FeedbackEventKind.SentBack, FeedbackPoint.Clean(reason), actor, now);
        return Done.Value;
    }

    /// <summary>With the chair → public. Errors: <see cref="FeedbackNotSubmitted"/>, <see cref="FeedbackNeedsAnotherPerson"/>.</summary>
    public Result<Done> Approve(FeedbackActor actor, DateTimeOffset now)
    {
        if (State != FeedbackState.Submitted)
        {
            return new FeedbackNotSubmitted();
        }

        if (HasBeenWrittenBy(actor.Id))
        {
            return new FeedbackNeedsAnotherPerson();
        }

        State = FeedbackState.Published;
        PublishedAt = now;
        Note(FeedbackEventKind.Approved, "", actor, now);
        return Done.Value;
    }

    /// <summary>How far a point has come, after publication. Errors: <see cref="FeedbackNotFound"/>, <see cref="FollowUpNoteMissing"/>, <see cref="FeedbackTextsTooLong"/>.</summary>
    public Result<FeedbackFollowUp> FollowUp(Guid pointId, PointStatus status, string note, string when, FeedbackActor actor, DateTimeOffset now)
    {
        var point = Points.FirstOrDefault(p => p.Id == pointId);
        if (State != FeedbackState.Published || point is null)
        {
            return new FeedbackNotFound();
        }

        var (cleanNote, cleanWhen) = (FeedbackPoint.Clean(note), FeedbackPoint.Clean(when));
        if (cleanNote.Length == 0)
        {
            return new FollowUpNoteMissing();
        }

        if (cleanNote.Length > FeedbackFollowUp.MaxNote)
        {
            return new FeedbackTextsTooLong([new FeedbackTooLong(pointId, FeedbackField.Note, cleanNote.Length, FeedbackFollowUp.MaxNote)]);
        }

        if (cleanWhen.Length > FeedbackPoint.MaxShort)
        {
            return new FeedbackTextsTooLong([new FeedbackTooLong(pointId, FeedbackField.When, cleanWhen.Length, FeedbackPoint.MaxShort)]);
        }

        var added = new FeedbackFollowUp(Guid.CreateVersion7(), pointId, status, cleanNote, cleanWhen, actor.Name, now);
        FollowUps = [.. FollowUps, added];
        Note(FeedbackEventKind.FollowedUp, point.Heading, actor, now);
        return added;
    }

    /// <summary>How far a point has come; null for one that asked for nothing to be done.</summary>
    public PointStatus? StatusOf(FeedbackPoint point) =>
        FollowUps.LastOrDefault(f => f.PointId == point.Id)?.Status ?? (point.HasMeasure ? PointStatus.NotStarted : null);

    /// <summary>When it is to be done, as last said.</summary>
    public string WhenOf(FeedbackPoint point) =>
        FollowUps.LastOrDefault(f => f.PointId == point.Id && f.When.Length > 0)?.When ?? point.When;

    /// <summary>Whoever has written or sent it cannot approve it.</summary>
    public bool HasBeenWrittenBy(Guid personId) =>
        History.Any(e => e.ActorId == personId && e.Kind is FeedbackEventKind.Written or FeedbackEventKind.Submitted);

    private static IEnumerable<FeedbackTooLong> TooLong(FeedbackText text) =>
        new[]
        {
            new FeedbackTooLong(PointId: null, FeedbackField.Summary, text.Summary.Length, MaxLong),
            new FeedbackTooLong(PointId: null, FeedbackField.ChangedWhat, text.ChangedWhat.Length, MaxLong),
            new FeedbackTooLong(PointId: null, FeedbackField.Reservations, text.Reservations.Length, MaxLong),
            new FeedbackTooLong(PointId: null, FeedbackField.Paragraph, text.Paragraph.Length, FeedbackPoint.MaxShort),
            new FeedbackTooLong(PointId: null, FeedbackField.RegistrationNumber, text.RegistrationNumber.Length, FeedbackPoint.MaxShort),
        }.Where(f => f.Length > f.Max);

    /// <summary>Saving again the same day is one line, not twenty.</summary>
    private void Note(FeedbackEventKind kind, string text, FeedbackActor actor, DateTimeOffset now)
    {
        var line = new FeedbackEvent(kind, text, actor.Id, actor.Name, now);
        var again = kind == FeedbackEventKind.Written && History.Count > 0 && History[^1] is { Kind: FeedbackEventKind.Written } last
            && last.ActorId == actor.Id && last.At.Date == now.Date;
        History = again ? [.. History.Take(History.Count - 1), line] : [.. History, line];
    }
}
