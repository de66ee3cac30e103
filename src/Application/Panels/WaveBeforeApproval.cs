using Medborgardialog.Application.Common;
using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

/// <summary>
/// What a panel asks of its waves before they are published: the result before has been given back (L5), the week in which it opens is booked for it
/// (L9), a young person is asked eight questions at most, and the list of those who are asked is made, in the same save as the approval. Errors:
/// <see cref="EarlierWaveNotReturned"/>, <see cref="WaveWithoutWeek"/>, <see cref="WeekOfAnotherWave"/>, <see cref="TooManyQuestionsForYouth"/>,
/// <see cref="PanelNotOpen"/>.
/// </summary>
public sealed class WaveBeforeApproval(IAppDbContext db, PanelDesk desk, WaveMembers members, IPanelLock panels) : IBeforeApproval
{
    public async Task<Result<SurveySaved>> AroundAsync(string slug, Func<Task<Result<SurveySaved>>> approve, CancellationToken cancellationToken)
    {
        var found = await db.Set<Survey>().Where(s => s.Slug == slug && s.State == SurveyState.InReview && s.SentForReviewBy != desk.OfficerId)
            .Join(db.Set<PanelWave>(), s => s.Id, w => w.SurveyId, (s, w) => new { Survey = s, Wave = w }).SingleOrDefaultAsync(cancellationToken);
        if (found is null || !desk.MayBuild)
        {
            return await approve();
        }

        return await panels.WithAllAsync<Result<SurveySaved>>(
            async () => await ObstacleAsync(found.Survey, found.Wave, cancellationToken) is { } obstacle ? obstacle : await approve(), cancellationToken);
    }

    public async Task<IReadOnlyList<ApprovalCheck>> ChecksAsync(Survey survey, CancellationToken cancellationToken)
    {
        var found = await db.Set<PanelWave>().AsNoTracking().Where(w => w.SurveyId == survey.Id)
            .Join(db.Set<Panel>().AsNoTracking(), w => w.PanelId, p => p.Id, (w, p) => new { Wave = w, Panel = p }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return [];
        }

        var (wave, home) = (found.Wave, $"/arbetsyta/paneler/{found.Panel.Slug}");
        List<ApprovalCheck> checks = [];
        if (survey.Times?.AnswersOpenAt is { } opens)
        {
            var week = SlotBooking.MondayOf(opens.SwedishDate());
            var holder = await HolderAsync(wave, week, cancellationToken);
            checks.Add(new ApprovalCheck(
                "paneldesk.check.week", holder is not null && (holder.WaveId ?? wave.Id) == wave.Id, FormattableString.Invariant($"{home}/kalender?vecka={week:yyyy-MM-dd}&omgang={wave.Number}#boka"), week));
        }

        if (wave.Number > 1)
        {
            var left = await UnreturnedAsync(wave, cancellationToken);
            checks.Add(new ApprovalCheck("paneldesk.check.returned", left is null, home, Number: left ?? wave.Number - 1));
        }

        return checks;
    }

    private async Task<Error?> ObstacleAsync(Survey survey, PanelWave wave, CancellationToken cancellationToken)
    {
        var panel = await db.Set<Panel>().SingleAsync(p => p.Id == wave.PanelId, cancellationToken);
        if (panel.State is not (PanelState.Open or PanelState.ClosedToNew))
        {
            return new PanelNotOpen();
        }

        if (await UnreturnedAsync(wave, cancellationToken) is { } before)
        {
            return new EarlierWaveNotReturned(before);
        }

        var questions = await db.Set<Questionnaire>().SingleAsync(q => q.DialogueId == survey.Id, cancellationToken);
        if (panel.IsYouth && questions.Route.Steps.Count > Panel.MostYouthQuestions)
        {
            return new TooManyQuestionsForYouth(Panel.MostYouthQuestions);
        }

        if (await WeekAsync(survey, wave, cancellationToken) is { IsSuccess: false } week)
        {
            return week.Error;
        }

        if (survey.Times?.ClosesAt > desk.Now && !await db.Set<WaveInvitation>().AnyAsync(i => i.WaveId == wave.Id, cancellationToken))
        {
            survey.Invite(Math.Max(1, await members.AskAllAsync(panel, wave, survey.Times.AnswersOpenAt.SwedishDate(), desk.OfficerId, cancellationToken)));
        }

        return null;
    }

    /// <summary>The week in which it opens becomes the wave's. Without times nothing is approved anyway.</summary>
    private async Task<Result<Done>> WeekAsync(Survey survey, PanelWave wave, CancellationToken cancellationToken)
    {
        if (survey.Times?.AnswersOpenAt is not { } opens)
        {
            return Done.Value;
        }

        var week = SlotBooking.MondayOf(opens.SwedishDate());
        return await HolderAsync(wave, week, cancellationToken) is { } holder ? holder.Use(wave, desk.OfficerName, desk.Now) : new WaveWithoutWeek(week);
    }

    private Task<SlotBooking?> HolderAsync(PanelWave wave, DateOnly week, CancellationToken cancellationToken) =>
        db.Set<SlotBooking>().SingleOrDefaultAsync(
            b => b.PanelId == wave.PanelId && b.Week == week && (b.State == SlotState.Asked || b.State == SlotState.Accepted), cancellationToken);

    /// <summary>The latest earlier wave that was published and whose result has not been given back. One that was cancelled has none.</summary>
    private async Task<int?> UnreturnedAsync(PanelWave wave, CancellationToken cancellationToken) =>
        await db.Set<PanelWave>().Where(w => w.PanelId == wave.PanelId && w.Number < wave.Number && w.ReturnedAt == null)
            .Join(
                db.Set<Survey>().Where(s => s.State == SurveyState.Published || s.State == SurveyState.Paused || s.State == SurveyState.Closed),
                w => w.SurveyId, s => s.Id, (w, s) => (int?)w.Number)
            .MaxAsync(cancellationToken);
}
