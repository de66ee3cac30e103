using Medborgardialog.Application.Common;
using Medborgardialog.Application.Frames;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Panels;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

/// <summary>How long somebody has been asked things: newcomers may answer otherwise than those who have learnt from being asked (L10).</summary>
public enum MemberTime
{
    /// <summary>The first wave.</summary>
    New = 0,

    /// <summary>The second or third.</summary>
    Some = 1,

    /// <summary>The fourth or later.</summary>
    Long = 2,
}

/// <summary>
/// Who of a panel is asked in a wave, and the list that the survey engine knows them by. Whoever has been asked in the quarter, in whatever
/// panel, as often as the strictest of their panels has promised is left out (L9). The caller saves, with the rows of all panels locked.
/// </summary>
public sealed class WaveMembers(IAppDbContext db, FrameMembers frames, ITexts texts)
{
    /// <summary>Key of the breakdown by <see cref="MemberTime"/>.</summary>
    public const string Time = "medlemstid";

    /// <summary>With the doors and the time as a member it makes four, the most there may be (rule R10).</summary>
    public const int MostStrata = 2;

    /// <returns>How many are asked.</returns>
    public async Task<int> AskAllAsync(Panel panel, PanelWave wave, DateOnly day, Guid by, CancellationToken cancellationToken)
    {
        var members = await db.Set<Membership>().AsNoTracking().Where(m => m.PanelId == panel.Id && m.State == MembershipState.Active)
            .Join(db.Set<Resident>(), m => m.ResidentId, r => r.Id, (m, r) => new { Member = m, r.Email }).ToListAsync(cancellationToken);
        var residents = members.Select(m => m.Member.ResidentId!.Value).ToList();
        var asked = await AskedAsync(residents, day, cancellationToken);
        var caps = await CapsAsync(panel, residents, cancellationToken);
        var before = await EarlierAsync([.. members.Select(m => m.Member.Id)], cancellationToken);
        var chosen = members.Where(m => InvitationBudget.Allows(asked.GetValueOrDefault(m.Member.ResidentId!.Value), caps[m.Member.ResidentId!.Value])).ToList();
        var settings = new FrameSettings(texts["panel.wave.source", panel.Settings.Name, wave.Number], day, panel.Settings.Youngest, panel.Settings.Oldest, []);
        var people = frames.Open(
            wave.SurveyId, settings, panel.IsYouth, [.. chosen.Select(m => Listed(panel, m.Member, m.Email, before.GetValueOrDefault(m.Member.Id), day))], by);
        db.Set<WaveInvitation>().AddRange(chosen.Zip(people, (m, p) => new WaveInvitation(wave.Id, m.Member.Id, m.Member.ResidentId!.Value, p.Id, day)));
        return chosen.Count;
    }

    /// <summary>One who became a member while the wave is open. Null for whoever has been asked enough.</summary>
    public async Task<WaveInvitation?> AskOneAsync(Panel panel, PanelWave wave, Membership member, DateOnly day, CancellationToken cancellationToken)
    {
        var resident = member.ResidentId!.Value;
        var asked = await AskedAsync([resident], day, cancellationToken);
        var caps = await CapsAsync(panel, [resident], cancellationToken);
        if (!InvitationBudget.Allows(asked.GetValueOrDefault(resident), caps[resident]))
        {
            return null;
        }

        var email = await db.Set<Resident>().Where(r => r.Id == resident).Select(r => r.Email).SingleAsync(cancellationToken);
        var before = await EarlierAsync([member.Id], cancellationToken);
        var person = await frames.AddAsync(wave.SurveyId, Listed(panel, member, email, before.GetValueOrDefault(member.Id), day), cancellationToken);
        var invitation = new WaveInvitation(wave.Id, member.Id, resident, person.Id, day);
        db.Set<WaveInvitation>().Add(invitation);
        return invitation;
    }

    private async Task<Dictionary<Guid, int>> AskedAsync(IReadOnlyCollection<Guid> residents, DateOnly day, CancellationToken cancellationToken)
    {
        var from = WaveInvitation.QuarterOf(day);
        var to = from.AddMonths(3);
        return await db.Set<WaveInvitation>().Where(i => i.Day >= from && i.Day < to && i.ResidentId != null && residents.Contains(i.ResidentId.Value))
            .GroupBy(i => i.ResidentId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
    }

    /// <summary>What this panel and the others that each of them is a member of have promised.</summary>
    private async Task<ILookup<Guid, int>> CapsAsync(Panel panel, IReadOnlyCollection<Guid> residents, CancellationToken cancellationToken)
    {
        var others = await db.Set<Membership>()
            .Where(m => m.State == MembershipState.Active && m.PanelId != panel.Id && m.ResidentId != null && residents.Contains(m.ResidentId.Value))
            .Select(m => new { m.ResidentId, m.PanelId }).ToListAsync(cancellationToken);
        var ids = others.Select(o => o.PanelId).Distinct().ToList();
        var promised = ids.Count == 0 ? [] : (await db.Set<Panel>().AsNoTracking().Where(p => ids.Contains(p.Id) && p.State != PanelState.Ended).ToListAsync(cancellationToken))
            .ToDictionary(p => p.Id, p => p.Settings.InvitationsPerQuarter);
        return others.Where(o => promised.ContainsKey(o.PanelId)).Select(o => (Resident: o.ResidentId!.Value, Cap: promised[o.PanelId]))
            .Concat(residents.Select(r => (Resident: r, Cap: panel.Settings.InvitationsPerQuarter))).ToLookup(c => c.Resident, c => c.Cap);
    }

    /// <summary>
    /// Those whose membership ends may not answer what is open, and nothing leads back to them: not what they were asked, not the lists, not the name
    /// on what they have written. What nobody has read of it is thrown away. The caller saves.
    /// </summary>
    public async Task TakeOutAsync(IReadOnlyCollection<Guid> membershipIds, CancellationToken cancellationToken)
    {
        if (membershipIds.Count > 0)
        {
            var asked = await db.Set<WaveInvitation>().Where(i => membershipIds.Contains(i.MembershipId)).ToListAsync(cancellationToken);
            asked.ForEach(i => i.ForgetResident());
            await frames.TakeOutAsync([.. asked.Select(i => i.PersonId)], cancellationToken);
            foreach (var post in await db.Set<PanelPost>().Where(p => p.MemberId != null && membershipIds.Contains(p.MemberId.Value)).ToListAsync(cancellationToken))
            {
                post.ForgetName();
                if (post.State == PanelPostState.Waiting)
                {
                    db.Set<PanelPost>().Remove(post);
                }
            }
        }
    }

    private async Task<Dictionary<Guid, int>> EarlierAsync(IReadOnlyCollection<Guid> members, CancellationToken cancellationToken) =>
        await db.Set<WaveInvitation>().Where(i => members.Contains(i.MembershipId))
            .GroupBy(i => i.MembershipId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);

    private static ListedMember Listed(Panel panel, Membership member, string email, int earlier, DateOnly day)
    {
        var groups = member.Background.ToDictionary(b => b.Key, b => b.Category, StringComparer.Ordinal);
        groups[Time] = TimeOf(earlier).ToString();
        var area = groups.GetValueOrDefault("area", "");
        groups.Remove("area");
        groups.Remove(PanelStratum.Age);
        return new ListedMember(member.Alias, email, panel.AgeGroupOf(member.AgeOn(day)), area, groups);
    }

    /// <param name="earlier">Waves in which the member has been asked before.</param>
    public static MemberTime TimeOf(int earlier) => earlier switch { 0 => MemberTime.New, < 3 => MemberTime.Some, _ => MemberTime.Long };
}
