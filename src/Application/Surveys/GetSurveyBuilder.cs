using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

public sealed record GetSurveyBuilderQuery(string Slug);

public sealed record ProgrammeChoice(Guid Id, string Name);

/// <summary>How a question was asked in the latest edition before this one.</summary>
/// <param name="Text">Its words in Swedish.</param>
/// <param name="Question">The whole question; null where only its words are known.</param>
public sealed record EarlierWording(string Edition, string Text, Question? Question)
{
    /// <summary>The words differ: of the question, its choices or its statements. Only those that were the same can be compared (N1).</summary>
    public bool IsChangedIn(Question now) => Text != now.Text
        || Question is { } then && (!Labels(then).SequenceEqual(Labels(now)) || !then.Items.SequenceEqual(now.Items));

    private static IEnumerable<string> Labels(Question question) => question.Choices.Select(c => c.Label);
}

/// <summary>A survey as those see it who build and run it. Read only: the objects are not tracked.</summary>
/// <param name="Earlier">By indicator, of the programme that the survey belongs to.</param>
/// <param name="SentForReviewBy">Name of the one who asked for approval, or empty.</param>
/// <param name="History">Latest first, at most 20.</param>
/// <param name="IsImported">It began as a file from another system, and what became different can be read.</param>
public sealed record SurveyBuilderView(
    Survey Survey, Questionnaire Questionnaire, SurveyPhase Phase, IReadOnlyList<CommitteeChoice> Committees,
    IReadOnlyList<ProgrammeChoice> Programmes, IReadOnlyDictionary<string, EarlierWording> Earlier,
    IReadOnlyDictionary<SurveyTask, bool> Tasks, string SentForReviewBy, IReadOnlyList<HistoryRow> History, bool IsImported)
{
    public CommitteeChoice? Committee => Committees.FirstOrDefault(c => c.Id == Survey.CommitteeId);

    /// <summary>The earlier wording that <paramref name="question"/> is compared with although its own differs; null when all is well or it was decided.</summary>
    public EarlierWording? Broken(Question question) =>
        question is { Indicator: { } indicator, BreakNote: null } && Earlier.TryGetValue(indicator, out var earlier) && earlier.IsChangedIn(question)
            ? earlier
            : null;
}

/// <summary>Everything that the builder's pages show. Error: <see cref="SurveyNotFound"/>, also for those who may not build.</summary>
public sealed class GetSurveyBuilderHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<SurveyBuilderView>> HandleAsync(GetSurveyBuilderQuery query, CancellationToken cancellationToken)
    {
        var survey = await db.Set<Survey>().AsNoTracking().SingleOrDefaultAsync(s => s.Slug == query.Slug, cancellationToken);
        if (survey is null || !SurveyAccess.MayBuild(user))
        {
            return new SurveyNotFound();
        }

        var questionnaire = await db.Set<Questionnaire>().AsNoTracking().SingleOrDefaultAsync(q => q.DialogueId == survey.Id, cancellationToken)
            ?? new Questionnaire(survey.Id);
        var committees = await db.Set<Committee>().OrderBy(c => c.Name)
            .Select(c => new CommitteeChoice(c.Id, c.Name, c.Meetings)).ToListAsync(cancellationToken);
        var programmes = await db.Set<Programme>().OrderBy(p => p.Name).Select(p => new ProgrammeChoice(p.Id, p.Name)).ToListAsync(cancellationToken);
        var history = await db.Set<AuditEntry>().Where(a => a.SubjectId == survey.Id).OrderByDescending(a => a.Id).Take(20)
            .Select(a => new HistoryRow(a.Action, a.ActorName, a.Action == ImportSurveyHandler.Action ? "" : a.Reason, a.At)).ToListAsync(cancellationToken);
        return new SurveyBuilderView(
            survey, questionnaire, survey.PhaseAt(clock.GetUtcNow()), committees, programmes, await EarlierAsync(survey, cancellationToken),
            Enum.GetValues<SurveyTask>().ToDictionary(t => t, t => survey.IsDone(t, questionnaire)),
            history.FirstOrDefault(h => h.Action == "survey.sentForReview")?.ActorName ?? "", history,
            !survey.IsFrozen && await db.Set<AuditEntry>().AnyAsync(a => a.SubjectId == survey.Id && a.Action == ImportSurveyHandler.Action, cancellationToken));
    }

    /// <summary>Editions sort by their names. A survey of ours says more than a figure from before, so it goes first where both are of one edition.</summary>
    private async Task<Dictionary<string, EarlierWording>> EarlierAsync(Survey survey, CancellationToken cancellationToken)
    {
        if (survey.ProgrammeId is not { } programme)
        {
            return [];
        }

        var editions = await db.Set<Survey>().AsNoTracking()
            .Where(s => s.ProgrammeId == programme && s.Id != survey.Id && s.ManifestHash != null && s.State != SurveyState.Cancelled)
            .Select(s => new { s.Edition, Questionnaire = db.Set<Questionnaire>().FirstOrDefault(q => q.DialogueId == s.Id) })
            .ToListAsync(cancellationToken);
        var figures = await db.Set<HistoricFigure>().Where(f => f.ProgrammeId == programme && f.Place == "")
            .Select(f => new { f.Indicator, f.Edition, f.Wording }).ToListAsync(cancellationToken);
        return editions
            .SelectMany(e => (e.Questionnaire?.Questions ?? []).Where(q => q.Indicator is not null)
                .Select(q => (Indicator: q.Indicator!, Wording: new EarlierWording(e.Edition, q.Text, q))))
            .Concat(figures.Select(f => (f.Indicator, Wording: new EarlierWording(f.Edition, f.Wording, null))))
            .Where(w => string.CompareOrdinal(w.Wording.Edition, survey.Edition) < 0)
            .GroupBy(w => w.Indicator, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => g.Select(w => w.Wording).OrderByDescending(w => w.Edition, StringComparer.Ordinal).ThenBy(w => w.Question is null).First(),
                StringComparer.Ordinal);
    }
}
