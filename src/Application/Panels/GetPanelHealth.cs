using Medborgardialog.Application.Common;
using Medborgardialog.Application.Disclosure;
using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

public sealed record GetPanelHealthQuery(string Slug);

/// <param name="Answered">Null when it is 1 to K − 1.</param>
/// <param name="LeftSince">Of those asked; null when it is 1 to K − 1.</param>
public sealed record WaveHealth(int Number, string Survey, string Title, SurveyPhase Phase, int Asked, int? Answered, int? LeftSince)
{
    /// <summary>Whole percent; null when nobody was asked, or too few answered.</summary>
    public int? Rate => Asked > 0 && Answered is { } answered ? Percent(answered, Asked) : null;

    internal static int Percent(int part, int whole) => (int)Math.Round(100.0 * part / whole, MidpointRounding.AwayFromZero);
}

/// <summary>Who has ever been a member and is not any more.</summary>
/// <param name="Left">By their own wish; null when 1 to K − 1.</param>
/// <param name="Expired">Whose term ended; null when 1 to K − 1.</param>
public sealed record Attrition(int Ever, int? Left, int? Expired)
{
    /// <summary>Whole percent of all who have ever been members, of both kinds; null when too few.</summary>
    public int? Rate => Ever > 0 && Left is { } left && Expired is { } expired ? WaveHealth.Percent(left + expired, Ever) : null;
}

/// <summary>
/// Those who have been asked often beside those who have not, in the latest wave whose result is public. Nothing but what has been published.
/// </summary>
/// <param name="Who">How many of each answered; withheld where the gate says so.</param>
/// <param name="Tables">By question with a positive answer, with the words of the question; at most three.</param>
public sealed record VeteranView(int Number, string Survey, string Title, WhoAnswered? Who, IReadOnlyList<(string Question, BreakdownTable Table)> Tables);

/// <summary>How a panel is (L10). Read only.</summary>
/// <param name="Waves">Latest first.</param>
/// <param name="Veterans">Null before the first result.</param>
public sealed record PanelHealth(
    Panel Panel, ProtectionLimits Limits, int Active, IReadOnlyList<WaveHealth> Waves, Attrition Attrition, IReadOnlyList<StratumHealth> Strata, VeteranView? Veterans);

/// <summary><see cref="PanelNotFound"/>, also for those who are no officers.</summary>
public sealed class GetPanelHealthHandler(
    IAppDbContext db, PanelDesk desk, GetPanelSettingsHandler get, IWaveParticipation participation, GetSurveyResultHandler results) : IUseCase
{
    private const int MostTables = 3;

    public async Task<Result<PanelHealth>> HandleAsync(GetPanelHealthQuery query, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetPanelSettingsQuery(query.Slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var panel = found.Value.Panel;
        var limits = ProtectionLimits.For(panel.IsYouth);
        var waves = await WavesAsync(panel, limits, cancellationToken);
        var active = await db.Set<Membership>().AsNoTracking().Where(m => m.PanelId == panel.Id && m.State == MembershipState.Active).ToListAsync(cancellationToken);
        var gone = await db.Set<Membership>().Where(m => m.PanelId == panel.Id && m.JoinedOn != null)
            .GroupBy(m => m.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var attrition = new Attrition(
            gone.Values.Sum(), Shown(gone.GetValueOrDefault(MembershipState.Left), limits), Shown(gone.GetValueOrDefault(MembershipState.Expired), limits));
        return new PanelHealth(
            panel, limits, active.Count, waves, attrition, PanelComposition.Of(panel, active, desk.Today),
            waves.FirstOrDefault(w => w.Phase == SurveyPhase.Results) is { } latest ? await VeteransAsync(latest, cancellationToken) : null);
    }

    private async Task<IReadOnlyList<WaveHealth>> WavesAsync(Panel panel, ProtectionLimits limits, CancellationToken cancellationToken)
    {
        var counts = (await participation.CountAsync(panel.Id, cancellationToken)).ToDictionary(c => c.Number);
        var rows = await db.Set<PanelWave>().AsNoTracking().Where(w => w.PanelId == panel.Id)
            .Join(db.Set<Survey>(), w => w.SurveyId, s => s.Id, (w, s) => new { w.Number, Survey = s }).OrderByDescending(r => r.Number).ToListAsync(cancellationToken);
        return [.. rows.Select(r => (Row: r, Phase: r.Survey.PhaseAt(desk.Now), Counts: counts.GetValueOrDefault(r.Number)))
            .Where(r => r.Phase is not (SurveyPhase.Draft or SurveyPhase.InReview) && r.Counts is not null)
            .Select(r => new WaveHealth(
                r.Row.Number, r.Row.Survey.Slug, r.Row.Survey.Title, r.Phase, r.Counts!.Asked, Shown(r.Counts.Answered, limits), Shown(r.Counts.LeftSince, limits)))];
    }

    private async Task<VeteranView?> VeteransAsync(WaveHealth wave, CancellationToken cancellationToken)
    {
        var read = await results.HandleAsync(new GetSurveyResultQuery(wave.Survey, Audience.Public), cancellationToken);
        return !read.IsSuccess ? null : new VeteranView(
            wave.Number, wave.Survey, wave.Title, read.Value.Who.FirstOrDefault(w => w.Variable == WaveMembers.Time),
            [.. read.Value.Questions
                .SelectMany(q => q.Tables.Where(t => t.Variable == WaveMembers.Time && t.Withheld is null && t.Lines.Any(l => l.Positive is not null))
                    .Select(t => (q.Statement is null ? q.Text : $"{q.Statement} {q.Text}", t)))
                .Take(MostTables)]);
    }

    private static int? Shown(int count, ProtectionLimits limits) => count == 0 || count >= limits.SmallestGroup ? count : null;
}
