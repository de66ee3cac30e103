using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

public sealed record GetSurveyRulesQuery(string Slug);

/// <summary>What was done otherwise than the frozen spelregler say.</summary>
/// <param name="Action">Key below <c>audit.</c>, for example <c>survey.postponed</c>.</param>
/// <param name="DecidedBy">Name and title.</param>
public sealed record RuleDeviation(string Action, DateTimeOffset At, string Reason, string DecidedBy);

/// <param name="Rules">As they were frozen.</param>
/// <param name="Json">The frozen text, whose SHA-256 is <paramref name="Hash"/>.</param>
/// <param name="ClosesAt">As it is now, after what was decided later.</param>
/// <param name="Units">Name of each unit by key, for questions that some units ask.</param>
/// <param name="Deviations">Oldest first.</param>
public sealed record SurveyRulesView(
    string Slug, string NameInText, FrozenRules Rules, string Json, string Hash, DateTimeOffset ClosesAt, IReadOnlyDictionary<string, string> Units,
    IReadOnlyList<RuleDeviation> Deviations);

/// <summary>
/// The spelregler of a survey for everyone (K11): what was frozen, the hash that it can be checked by and every deviation with its reason.
/// <see cref="SurveyNotFound"/> when there are none yet: before publishing there is nothing to hold anybody to.
/// </summary>
public sealed class GetSurveyRulesHandler(IAppDbContext db) : IUseCase
{
    /// <summary>Decisions after publishing; each has a public reason.</summary>
    private static readonly string[] _deviations = ["survey.paused", "survey.resumed", "survey.postponed", "survey.promisedAnew", "survey.cancelled"];

    public async Task<Result<SurveyRulesView>> HandleAsync(GetSurveyRulesQuery query, CancellationToken cancellationToken)
    {
        var survey = await db.Set<Survey>().AsNoTracking().SingleOrDefaultAsync(s => s.Slug == query.Slug && s.ManifestHash != null, cancellationToken);
        if (survey is not { IsFrozen: true, ManifestJson: { } json, ManifestHash: { } hash })
        {
            return new SurveyNotFound();
        }

        var deviations = await db.Set<AuditEntry>().Where(a => a.SubjectId == survey.Id && _deviations.Contains(a.Action)).OrderBy(a => a.Id)
            .Select(a => new RuleDeviation(a.Action, a.At, a.Reason, a.ActorName)).ToListAsync(cancellationToken);
        return new SurveyRulesView(
            survey.Slug, survey.NameInText, FrozenRules.Read(json), json, hash, survey.Times!.ClosesAt,
            (survey.Units?.Categories ?? []).ToDictionary(c => c.Key, c => c.Name, StringComparer.Ordinal), deviations);
    }
}
