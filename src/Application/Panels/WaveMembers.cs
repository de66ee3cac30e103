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
/// Who of a panel is asked in a wave, and the list that the survey engine knows them by. Whoever has been asked as often in the quarter as
/// the panel has promised, in whatever panel, is left out (L9). The caller saves, with the panel's row locked.
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
        var asked = await AskedAsync([.. members.Select(m => m.Member.ResidentId!.Value)], day, cancellationToken);
        var before = await EarlierAsync([.. members.Select(m => m.Member.Id)], cancellationToken);
        var chosen = members.Where(m => asked.GetValueOrDefault(m.Member.ResidentId!.Value) < panel.Settings.InvitationsPerQuarter).ToList();
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
        if (asked.GetValueOrDefault(resident) >= panel.Settings.InvitationsPerQuarter)
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
        return await db.Set<WaveInvitation>().Where(i => i.Day >= from && i.Day < to && residents.Contains(i.ResidentId))
            .GroupBy(i => i.ResidentId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
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
