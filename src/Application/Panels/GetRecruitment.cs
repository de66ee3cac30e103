using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Draws;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Panels;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

/// <param name="Percent">Of those who get a letter, expected to join, above 0 and at most 100; null for the usual.</param>
public sealed record GetRecruitmentQuery(string Slug, double? Percent);

/// <summary>A draw whose people can be invited.</summary>
/// <param name="People">Who sit in it now.</param>
public sealed record DrawToInvite(string Slug, string Name, DateTimeOffset DrawnAt, int People, MemberYield Yield);

/// <summary>The panel's list of those who may join with a letter.</summary>
/// <param name="Sent">How many have got codes; 0 before.</param>
/// <param name="Joined">Who have become members with a letter since the first codes were made.</param>
public sealed record InvitedNow(string Source, int People, int Sent, int Joined)
{
    public bool IsInUse => Sent > 0;

    /// <summary>Percent of the letters that have given a member; null before enough letters have gone out.</summary>
    public double? Percent => Sent >= RecruitmentYield.FewestLetters && Joined > 0 && Joined <= Sent ? 100.0 * Joined / Sent : null;
}

/// <summary>How a panel gets members from draws. Read only.</summary>
/// <param name="Invited">Null before there is a list.</param>
/// <param name="Percent">The share that <see cref="DrawToInvite.Yield"/> is worked out from.</param>
/// <param name="IsSeen">The share is what has been seen, not what somebody expects.</param>
public sealed record Recruiting(Panel Panel, InvitedNow? Invited, IReadOnlyList<DrawToInvite> Draws, double Percent, bool IsSeen);

/// <summary><see cref="PanelNotFound"/>, also for those who are no officers. Draws whose addresses have been erased are left out.</summary>
public sealed class GetRecruitmentHandler(IAppDbContext db, GetPanelSettingsHandler get) : IUseCase
{
    /// <summary>What is expected when nothing has been seen and nobody has typed anything, in percent.</summary>
    public const double Usual = 30;

    public async Task<Result<Recruiting>> HandleAsync(GetRecruitmentQuery query, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetPanelSettingsQuery(query.Slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var panel = found.Value.Panel;
        var invited = await InvitedAsync(panel, cancellationToken);
        var seen = query.Percent is null && invited?.Percent is not null;
        var percent = query.Percent ?? invited?.Percent ?? Usual;
        var draws = await db.Set<PanelDraw>().AsNoTracking().Where(d => d.State == PanelDrawState.Drawn && d.ContactsForgottenAt == null)
            .OrderByDescending(d => d.DrawnAt).Select(d => new { d.Slug, d.Settings, d.DrawnAt, d.Panel, d.SeatChanges }).ToListAsync(cancellationToken);
        return new Recruiting(
            panel, invited,
            [.. from d in draws
                let people = Replacement.Sitting(d.Panel, d.SeatChanges).Count
                select new DrawToInvite(d.Slug, d.Settings.Name, d.DrawnAt!.Value, people, Yield(people))],
            percent, seen);

        MemberYield Yield(int people) => seen ? MemberYield.Observed(people, invited!.Joined, invited.Sent) : MemberYield.Expected(people, percent / 100);
    }

    private async Task<InvitedNow?> InvitedAsync(Panel panel, CancellationToken cancellationToken)
    {
        if (await db.Set<Frame>().AsNoTracking().SingleOrDefaultAsync(f => f.DialogueId == panel.Id, cancellationToken) is not { } frame)
        {
            return null;
        }

        if (frame.CodesIssuedAt is not { } issued)
        {
            return new InvitedNow(frame.Source, frame.People, 0, 0);
        }

        var from = issued.SwedishDate();
        var sent = await db.Set<FramePerson>().CountAsync(p => p.FrameId == frame.Id && p.Selector != null, cancellationToken);
        var joined = await db.Set<Membership>().CountAsync(m => m.PanelId == panel.Id && m.WasDrawn && m.JoinedOn >= from, cancellationToken);
        return new InvitedNow(frame.Source, frame.People, sent, joined);
    }
}
