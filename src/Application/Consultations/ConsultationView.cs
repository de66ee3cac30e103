using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

/// <summary>A rådslag as everyone may read it. Nothing in it depends on who looks or on any answer.</summary>
public sealed record ConsultationView(
    Guid Id, string Slug, string Title, string NameInText, string Summary, string Background, string EasySwedish,
    InfluenceLevel Influence, IReadOnlyList<string> CanInfluence, IReadOnlyList<string> AlreadyDecided,
    string Committee, string CommitteeSlug, string Eligibility, string OtherWays, string PrivacyText, string ContactName, string ContactPhone,
    AnswerMode Mode, Phase Phase, Schedule? Schedule, DateOnly? PromisedAt, DateOnly? PausedUntil, string StateReason, string StateDecidedBy,
    DateTimeOffset? StateChangedAt, IReadOnlyList<string> AspectNames, int CardAspects, IReadOnlyList<OptionView> Options,
    IReadOnlyList<NoticeView> Notices, string? ManifestJson, string? ManifestHash)
{
    /// <summary>When the head of the administration was told that the answer is late by the present promise; null where it has not been.</summary>
    public DateTimeOffset? EscalatedAt { get; init; }

    public bool IsOpenForAnswers => Phase == Phase.OpenAnswer;

    public bool IsTalkOpen => ConsultationAccess.IsTalkOpen(Phase);

    public bool IsResultPublic => ConsultationAccess.IsResultPublic(Phase);
}

/// <param name="Aspects">In the order of the aspect names; an empty text means "not assessed yet".</param>
public sealed record OptionView(
    string Letter, string Name, string Idea, string Description, IReadOnlyList<string> Aspects, PictureView? Picture);

/// <param name="DarkId">The drawing for dark surfaces, where there is one.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record PictureView(Guid Id, Guid? DarkId, string Text, int Width, int Height);

/// <summary>See <see cref="Notice"/>; the page makes a sentence of the kind and the times.</summary>
public sealed record NoticeView(
    NoticeKind Kind, string Text, DateTimeOffset? Was, DateTimeOffset? Becomes, DateOnly? WasDay, DateOnly? BecomesDay,
    string Reason, string DecidedBy, DateTimeOffset At)
{
    public static NoticeView Of(Notice notice) => new(
        notice.Kind, notice.Text, notice.Was, notice.Becomes, notice.WasDay, notice.BecomesDay, notice.Reason, notice.DecidedBy, notice.At);
}
