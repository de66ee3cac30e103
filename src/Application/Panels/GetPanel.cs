using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

/// <param name="Slug">Null for the youth panel, which has no name in its address.</param>
public sealed record GetPanelQuery(string? Slug);

/// <summary>A panel as everyone sees it, and what is there for whoever asks, where that is a member.</summary>
/// <param name="Waves">Published ones, the latest first.</param>
public sealed record PanelView(
    Guid Id, string Slug, PanelKind Kind, PanelState State, PanelSettings Settings, int ConsentVersion, string Committee, string CommitteeSlug,
    IReadOnlyList<WaveView> Waves, MemberView? Member)
{
    public bool IsYouth => Kind == PanelKind.Youth;

    public string Path => PanelPaths.Of(Kind, Slug);

    /// <summary>The one that is open now, or waits to be opened again.</summary>
    public WaveView? Current => Waves.FirstOrDefault(w => w.Phase is SurveyPhase.Open or SurveyPhase.Paused);

    /// <summary>The next one, when its opening is decided.</summary>
    public WaveView? Next => Waves.LastOrDefault(w => w.Phase == SurveyPhase.Scheduled);

    /// <summary>Those whose result has been given back, the latest first.</summary>
    public IEnumerable<WaveView> Returned => Waves.Where(w => w.ReturnedAt is not null);

    /// <summary>Closed, and its result is waited for.</summary>
    public WaveView? Counted => Current is null ? Waves.FirstOrDefault(w => w.Phase is SurveyPhase.Closed or SurveyPhase.Results && w.ReturnedAt is null) : null;
}

/// <param name="Slug">Of the survey.</param>
/// <param name="Questions">How many pages there are when all are asked.</param>
public sealed record WaveView(
    int Number, string Slug, string Title, string Why, SurveyPhase Phase, SurveyTimes Times, int Questions, int Seconds, bool IsSensitive,
    string YouSaid, string WeDid, string DidItHelp, DateTimeOffset? ReturnedAt)
{
    public int Minutes => Math.Max(1, (Seconds + 59) / 60);
}

/// <param name="HasAnswered">The wave that is open.</param>
/// <param name="MustAccept">The terms have been changed since they were accepted.</param>
public sealed record MemberView(MembershipState State, string Alias, DateOnly? JoinedOn, DateOnly? TermEndsOn, bool IsAskedToStay, bool MustAccept, bool HasAnswered)
{
    public bool IsAsked => State == MembershipState.Active;
}

/// <summary>At most four statements. <see cref="PanelNotFound"/>, also for a draft.</summary>
public sealed class GetPanelHandler(IAppDbContext db, MemberDesk desk, IBallotBox box) : IUseCase
{
    public async Task<Result<PanelView>> HandleAsync(GetPanelQuery query, CancellationToken cancellationToken)
    {
        var resident = desk.ResidentId;
        var row = await db.Set<Panel>().AsNoTracking()
            .Where(p => p.State != PanelState.Draft && (query.Slug == null ? p.Kind == PanelKind.Youth : p.Slug == query.Slug))
            .OrderBy(p => p.State == PanelState.Ended)
            .Select(p => new
            {
                Panel = p,
                Committee = db.Set<Committee>().First(c => c.Id == p.CommitteeId),
                Member = db.Set<Membership>().FirstOrDefault(m => m.PanelId == p.Id && m.ResidentId == resident && resident != null),
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return new PanelNotFound();
        }

        var (panel, member) = (row.Panel, row.Member);
        var waves = await db.Set<PanelWave>().AsNoTracking().Where(w => w.PanelId == panel.Id)
            .Join(
                db.Set<Survey>().Where(s => s.State != SurveyState.Draft && s.State != SurveyState.InReview && s.State != SurveyState.Cancelled),
                w => w.SurveyId, s => s.Id, (w, s) => new { Wave = w, Survey = s, Questionnaire = db.Set<Questionnaire>().First(q => q.DialogueId == s.Id) })
            .OrderByDescending(w => w.Wave.Number).ToListAsync(cancellationToken);
        var shown = waves.Select(w => View(w.Wave, w.Survey, w.Questionnaire)).ToList();
        var open = waves.FirstOrDefault(w => w.Survey.PhaseAt(desk.Now) is SurveyPhase.Open or SurveyPhase.Paused)?.Wave;
        return new PanelView(
            panel.Id, panel.Slug, panel.Kind, panel.State, panel.Settings, panel.ConsentVersion, row.Committee.Name, row.Committee.Slug, shown,
            member is null ? null : new MemberView(
                member.State, member.Alias, member.JoinedOn, member.TermEndsOn, member.RenewalAskedOn is not null, member.ConsentVersion < panel.ConsentVersion,
                open is not null && member.IsAsked && await HasAnsweredAsync(open, member, cancellationToken)));
    }

    private WaveView View(PanelWave wave, Survey survey, Questionnaire questionnaire)
    {
        var steps = questionnaire.Route.Steps;
        return new WaveView(
            wave.Number, survey.Slug, survey.Title, survey.Why, survey.PhaseAt(desk.Now), survey.Times!, steps.Count, steps.Sum(s => s.Question.Seconds),
            wave.IsSensitive, wave.YouSaid, wave.WeDid, wave.DidItHelp, wave.ReturnedAt);
    }

    private async Task<bool> HasAnsweredAsync(PanelWave wave, Membership member, CancellationToken cancellationToken) =>
        await db.Set<WaveInvitation>().AsNoTracking().Where(i => i.WaveId == wave.Id && i.MembershipId == member.Id).Select(i => (Guid?)i.PersonId)
            .SingleOrDefaultAsync(cancellationToken) is { } person
        && await box.HasTakenPartAsync(wave.SurveyId, person, cancellationToken);
}
