using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Calendar;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Reports;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

public sealed record GetSurveyQuery(string Slug);

/// <summary>A survey as everyone sees it before the first question.</summary>
/// <param name="Questions">How many pages there are when all are asked.</param>
/// <param name="Seconds">How long they take on average.</param>
public sealed record SurveyView(
    Guid Id, string Slug, string Title, string NameInText, string Why, string EasySwedish, string Service, SurveyPhase Phase, SurveyTimes? Times,
    string Committee, string CommitteeSlug, string Eligibility, AssuranceLevel MinimumAssurance, AnswerMode Mode, SampleDesign Design,
    string OtherWays, string PrivacyText, string ContactName, string ContactPhone, string StateReason, string StateDecidedBy,
    IReadOnlyList<string> Languages, int Questions, int Seconds, bool RowExport, string? ManifestHash)
{
    /// <summary>The committee's answer is public.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>When the head of the administration was told that the answer is late by the present promise; null where it has not been.</summary>
    public DateTimeOffset? EscalatedAt { get; init; }

    /// <summary>New days for the answer with their reasons, oldest first.</summary>
    public IReadOnlyList<PromiseChange> PromiseChanges { get; init; } = [];

    public DialogueSlug Dialogue => new(DialogueKind.Survey, Slug);

    /// <summary>Address of the service, for example <c>hemtjanst</c>.</summary>
    public string ServiceSlug => Consultations.Slugs.From(Service);
}

/// <summary>One statement. <see cref="SurveyNotFound"/>, also for a draft that the person may not see.</summary>
public sealed class GetSurveyHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<SurveyView>> HandleAsync(GetSurveyQuery query, CancellationToken cancellationToken)
    {
        var row = await db.Set<Survey>().AsNoTracking().Where(s => s.Slug == query.Slug)
            .Select(s => new
            {
                Survey = s,
                Committee = db.Set<Committee>().Where(c => c.Id == s.CommitteeId).Select(c => new { c.Name, c.Slug }).FirstOrDefault(),
                Questionnaire = db.Set<Questionnaire>().FirstOrDefault(q => q.DialogueId == s.Id),
                IsAnswered = db.Set<DecisionFeedback>().Any(f => f.DialogueId == s.Id && f.State == FeedbackState.Published),
                EscalatedAt = db.Set<Milestone>().Where(m => m.DialogueId == s.Id && m.Kind == MilestoneKind.Escalated && m.Day == s.Times!.PromisedAt)
                    .Select(m => (DateTimeOffset?)m.At).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null || !SurveyAccess.MaySee(user, row.Survey.PhaseAt(clock.GetUtcNow())))
        {
            return new SurveyNotFound();
        }

        var (survey, steps) = (row.Survey, row.Questionnaire?.Route.Steps ?? []);
        return new SurveyView(
            survey.Id, survey.Slug, survey.Title, survey.NameInText, survey.Why, survey.EasySwedish, survey.Service,
            survey.PhaseAt(clock.GetUtcNow()), survey.Times, row.Committee?.Name ?? "", row.Committee?.Slug ?? "", survey.Eligibility,
            survey.MinimumAssurance, survey.Mode, survey.Design, survey.OtherWays, survey.PrivacyText, survey.ContactName, survey.ContactPhone,
            survey.StateReason, survey.StateDecidedBy, survey.Languages, steps.Count, steps.Sum(s => s.Question.Seconds), survey.RowExport, survey.ManifestHash)
        {
            IsAnswered = row.IsAnswered, EscalatedAt = row.EscalatedAt, PromiseChanges = survey.PromiseChanges,
        };
    }
}
