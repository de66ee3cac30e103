using System.Collections.Concurrent;
using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medborgardialog.Infrastructure.Persistence;

internal sealed class AnswerDefinitions(IServiceScopeFactory scopes, TimeProvider clock) : IAnswerDefinitions, IPublishedCopies
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<DialogueSlug, (AnswerDefinition Definition, DateTimeOffset ReadAt)> _kept = new();

    public async ValueTask<AnswerDefinition?> FindAsync(DialogueSlug dialogue, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_kept.TryGetValue(dialogue, out var kept) && now - kept.ReadAt < Lifetime)
        {
            return kept.Definition;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var definition = dialogue.Kind == DialogueKind.Survey
            ? await ReadSurveyAsync(db, dialogue, cancellationToken)
            : await ReadConsultationAsync(db, dialogue, cancellationToken);
        if (definition is null)
        {
            _kept.TryRemove(dialogue, out _);
            return null;
        }

        _kept[dialogue] = (definition, now);
        return definition;
    }

    public void Forget(DialogueSlug dialogue) => _kept.TryRemove(dialogue, out _);

    private static async Task<AnswerDefinition?> ReadConsultationAsync(AppDbContext db, DialogueSlug dialogue, CancellationToken cancellationToken)
    {
        var row = await db.Set<Consultation>()
            .AsNoTracking()
            .Where(c => c.Slug == dialogue.Slug && c.State != ConsultationState.Draft && c.State != ConsultationState.InReview)
            .Select(c => new
            {
                Consultation = c,
                Questionnaire = db.Set<Questionnaire>().FirstOrDefault(q => q.DialogueId == c.Id),
                IsListed = db.Set<Frame>().Any(f => f.DialogueId == c.Id && (f.CodesIssuedAt != null || f.FrozenAt != null)),
                Pictures = c.Options.Where(o => o.PictureId != null).Select(o => new { o.Letter, o.PictureId }).ToList(),
            })
            .AsSplitQuery()
            .FirstOrDefaultAsync(cancellationToken);
        if (row?.Questionnaire is null)
        {
            return null;
        }

        var (consultation, schedule) = (row.Consultation, row.Consultation.Schedule!);
        return new AnswerDefinition(
            dialogue, consultation.Id, consultation.Title, consultation.NameInText, consultation.MinimumAssurance, consultation.Mode,
            BoxStateOf((int)consultation.State),
            new AnswerTimes(schedule.AnswersOpenAt, schedule.ClosesAt, schedule.ResultsAt, schedule.PromisedAt),
            consultation.Eligibility, consultation.OtherWays, row.Questionnaire,
            row.Pictures.ToDictionary(p => p.Letter, p => p.PictureId!.Value), [])
        {
            OnlyWithCode = row.IsListed && consultation.MinimumAssurance >= AssuranceLevel.LetterCode,
        };
    }

    private static async Task<AnswerDefinition?> ReadSurveyAsync(AppDbContext db, DialogueSlug dialogue, CancellationToken cancellationToken)
    {
        var row = await db.Set<Survey>()
            .AsNoTracking()
            .Where(s => s.Slug == dialogue.Slug && s.State != SurveyState.Draft && s.State != SurveyState.InReview)
            .Select(s => new
            {
                Survey = s,
                Questionnaire = db.Set<Questionnaire>().FirstOrDefault(q => q.DialogueId == s.Id),
                IsListed = db.Set<Frame>().Any(f => f.DialogueId == s.Id && (f.CodesIssuedAt != null || f.FrozenAt != null)),
                Wave = db.Set<PanelWave>().Where(w => w.SurveyId == s.Id).Join(db.Set<Panel>(), w => w.PanelId, p => p.Id, (w, p) => new { w.Number, w.IsSensitive, Panel = p }).FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (row?.Questionnaire is null)
        {
            return null;
        }

        var (survey, times) = (row.Survey, row.Survey.Times!);
        return new AnswerDefinition(
            dialogue, survey.Id, survey.Title, survey.NameInText, survey.MinimumAssurance, survey.Mode, BoxStateOf((int)survey.State),
            new AnswerTimes(times.AnswersOpenAt, times.ClosesAt, times.ResultsAt, times.PromisedAt),
            survey.Eligibility, survey.OtherWays, row.Questionnaire, new Dictionary<string, Guid>(StringComparer.Ordinal), survey.Languages)
        {
            Group = row.Wave is { } wave
                ? new AskedGroup(wave.Panel.Settings.Name, PanelPaths.Of(wave.Panel), wave.Number, wave.Panel.IsYouth, wave.IsSensitive) : null,
            OnlyWithCode = survey.Design == SampleDesign.ProbabilitySample || row.IsListed && survey.MinimumAssurance >= AssuranceLevel.LetterCode,
        };
    }

    /// <summary>What comes after closing is closed to the box.</summary>
    private static BoxState BoxStateOf(int state) => state is > (int)BoxState.Closed and < (int)BoxState.Cancelled ? BoxState.Closed : (BoxState)state;
}
