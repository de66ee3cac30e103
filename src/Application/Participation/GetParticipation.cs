using Medborgardialog.Application.Common;
using Medborgardialog.Application.Frames;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Participation;
using Medborgardialog.Domain.Sends;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Participation;

/// <param name="Kind">First part of the dialogue's address, <c>radslag</c> or <c>enkater</c>.</param>
public sealed record GetParticipationQuery(string Kind, string Slug);

/// <summary>What the people of a dialogue are compared with.</summary>
/// <param name="Day">The day that a frame stands for; null for the population table, whose source says it.</param>
public sealed record ParticipationReference(bool IsFrame, string Source, DateOnly? Day, IReadOnlyList<ReferenceGroup> Ages, IReadOnlyList<ReferenceGroup> Areas)
{
    public bool IsEmpty => Ages.Count < 2 && Areas.Count < 2;
}

/// <summary>Something that was sent on a day: a kind of send, or null for the letters with codes.</summary>
public sealed record SentOn(DateOnly Day, SendKind? Kind);

/// <summary>S26: who takes part and who is missing, while it can still be helped. Nothing of what anybody answered.</summary>
/// <param name="Eligible">Persons who may answer; null when not known.</param>
/// <param name="Reference">Null when there is neither a frame nor a population table.</param>
/// <param name="Sent">By day, with what the frame's letters were.</param>
/// <param name="MayPlanSend">The send page has something to offer.</param>
public sealed record ParticipationView(
    DialogueAddress Dialogue, ParticipationCounts Counts, ProtectionLimits Limits, int? Eligible, ParticipationReference? Reference,
    GroupComparison Ages, GroupComparison Areas, IReadOnlyList<SentOn> Sent, bool MayPlanSend, DateTimeOffset Now)
{
    private static readonly IReadOnlyList<PublishedGroup> _none = [];

    /// <summary>Null when it is 1 to K − 1; a number otherwise, 0 among them.</summary>
    public int? Answered => Shown(Counts.Answered);

    public int? Changed => Shown(Counts.Changed);

    /// <summary>All who have begun, sent or not. Null when those who have not sent are 1 to K − 1, or those who have.</summary>
    public int? Begun => Answered is { } answered && Shown(Counts.Drafts) is { } drafts ? answered + drafts : null;

    /// <summary>Percent of the eligible, one decimal; null when not known or too few.</summary>
    public double? Percent => Answered is > 0 and { } answered && Eligible is { } all && answered <= all ? Math.Round(100.0 * answered / all, 1) : null;

    public bool HasBreakdowns => Counts.Answered >= ParticipationRelease.FewestAnswers;

    public IReadOnlyList<PublishedGroup> Doors => Counts.Release?.Find(ParticipationRelease.Door)?.Groups ?? _none;

    private int? Shown(int count) => count == 0 || count >= Limits.SmallestGroup ? count : null;
}

/// <summary>
/// Six statements, however much there is. <see cref="FrameNotFound"/> when there is no such dialogue, and for all who are no officers.
/// How long people take, and at which question they leave, is not kept anywhere and therefore not shown (ADR 0026).
/// </summary>
public sealed class GetParticipationHandler(IAppDbContext db, FrameDesk desk, IParticipationGate gate) : IUseCase
{
    public async Task<Result<ParticipationView>> HandleAsync(GetParticipationQuery query, CancellationToken cancellationToken)
    {
        var dialogue = await desk.OpenAsync(query.Kind, query.Slug, cancellationToken);
        if (!dialogue.IsSuccess)
        {
            return dialogue.Error;
        }

        var id = dialogue.Value.DialogueId;
        var counts = await gate.ReadAsync(id, cancellationToken);
        var frame = await db.Set<Frame>().AsNoTracking().SingleOrDefaultAsync(f => f.DialogueId == id, cancellationToken);
        var sends = await db.Set<Send>().Where(s => s.DialogueId == id).Select(s => new { s.Kind, s.StartedAt, s.State }).ToListAsync(cancellationToken);
        var reference = frame is null ? await PopulationAsync(cancellationToken) : await PeopleAsync(frame, cancellationToken);

        // Compared is what was counted at the release, beside those who could take part now.
        var limits = counts.Release?.Limits ?? ProtectionLimits.For(counts.HighProtection);
        var sent = sends.Where(s => s.StartedAt is not null).Select(s => new SentOn(s.StartedAt!.Value.SwedishDate(), s.Kind));
        return new ParticipationView(
            dialogue.Value, counts, limits, frame is null ? counts.Eligible : reference!.Value.People, reference?.Reference,
            GroupComparison.Of(counts.Release?.Find(AboutYou.Age), reference?.Reference.Ages ?? [], ordered: true, limits),
            GroupComparison.Of(counts.Release?.Find(AboutYou.Area), reference?.Reference.Areas ?? [], ordered: false, limits),
            [.. (frame?.CodesIssuedAt is { } letters ? sent.Append(new SentOn(letters.SwedishDate(), null)) : sent).OrderBy(s => s.Day)],
            counts.IsOpen && frame is { AddressesForgottenAt: null }
                && Enum.GetValues<SendKind>().Any(k => !sends.Exists(s => s.Kind == k && s.State != SendState.Stopped)),
            desk.Now);
    }

    /// <summary>Those who are asked: on the list, drawn and not taken out.</summary>
    private async Task<(ParticipationReference Reference, int People)?> PeopleAsync(Frame frame, CancellationToken cancellationToken)
    {
        var cells = await db.Set<FramePerson>().Where(p => p.FrameId == frame.Id && p.IsDrawn && p.State == FramePersonState.Active)
            .GroupBy(p => new { p.AgeBand, p.Area }).Select(g => new { g.Key.AgeBand, g.Key.Area, Count = g.Count() }).ToListAsync(cancellationToken);
        return (new ParticipationReference(
            true, frame.Source, frame.ReferenceDate,
            [.. cells.Where(c => c.AgeBand.Length > 0).GroupBy(c => c.AgeBand).OrderBy(g => AgeBand.Parse(g.Key)?.From ?? int.MaxValue)
                .Select(g => new ReferenceGroup(g.Key, g.Sum(c => c.Count)))],
            [.. cells.Where(c => c.Area.Length > 0).GroupBy(c => c.Area)
                .Select(g => new ReferenceGroup(g.Key, g.Sum(c => c.Count))).OrderByDescending(g => g.Size).ThenBy(g => g.Name, StringComparer.CurrentCultureIgnoreCase)]), cells.Sum(c => c.Count));
    }

    private async Task<(ParticipationReference Reference, int People)?> PopulationAsync(CancellationToken cancellationToken)
    {
        var table = await db.Set<Population>().AsNoTracking().OrderBy(p => p.Order).ToListAsync(cancellationToken);
        return table.Count == 0 ? null : (new ParticipationReference(false, table[0].Source, null, Of(AboutYou.Age), Of(AboutYou.Area)), 0);

        IReadOnlyList<ReferenceGroup> Of(string variable) =>
            [.. table.Where(p => p.Variable == variable).Select(p => new ReferenceGroup(p.Category, p.Count))];
    }
}
