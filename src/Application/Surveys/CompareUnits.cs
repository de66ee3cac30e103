using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Application.Disclosure;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

/// <param name="Service">Address of the service, for example <c>hemtjanst</c>.</param>
/// <param name="Units">Slugs of the units to compare, at most four; empty for the first four.</param>
public sealed record CompareUnitsQuery(string Service, IReadOnlyList<string> Units, string Language);

/// <summary>Units that give the same service side by side, from the newest survey that is public.</summary>
/// <param name="All">Every unit, to choose among.</param>
/// <param name="LeftOut">Names of chosen units beyond the <see cref="CompareUnitsHandler.MostUnits"/> that are shown.</param>
/// <param name="Measures">In the order of the survey; those that may not be shown by unit say why.</param>
public sealed record UnitComparison(
    string Service, string ServiceSlug, SurveyResultView Result, string Survey, int Year, IReadOnlyList<UnitFacts> All, IReadOnlyList<UnitFacts> Chosen, IReadOnlyList<string> LeftOut,
    IReadOnlyList<UnitMeasure> Measures);

/// <param name="Answers">Rounded, of the group that it is shown in; null when nothing of it is shown.</param>
/// <param name="ShownWith">Names of the units that it is put together with, itself too.</param>
public sealed record UnitFacts(
    string Slug, string Name, UnitForm Form, string Contact, int? Invited, int? Answers, IReadOnlyList<string> ShownWith, string? Comment);

/// <param name="Rows">One for each group that holds a chosen unit.</param>
/// <param name="Separated">Pairs whose intervals do not overlap.</param>
public sealed record UnitMeasure(
    string Key, string Text, string? Statement, IReadOnlyList<UnitShare> Rows, IReadOnlyList<(string Higher, string Lower)> Separated,
    Domain.Disclosure.Withheld? Withheld);

/// <param name="Share">Null where the base is too uncertain, or the row is hidden.</param>
public sealed record UnitShare(string Name, int Size, RoundedShare? Share);

/// <summary>Errors: <see cref="SurveyNotFound"/> when no survey of that service by unit is public.</summary>
public sealed class CompareUnitsHandler(IAppDbContext db, GetSurveyResultHandler result, TimeProvider clock) : IUseCase
{
    /// <summary>More cannot be taken in side by side (ux S11).</summary>
    public const int MostUnits = 4;

    /// <summary>Key of the breakdown by unit.</summary>
    public const string Variable = Question.UnitKey;

    public async Task<Result<UnitComparison>> HandleAsync(CompareUnitsQuery query, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var known = await db.Set<Survey>().Where(s => s.Service != "" && s.State == SurveyState.Closed && s.Times!.ResultsAt <= now)
            .OrderByDescending(s => s.CountedAt).Select(s => new { s.Id, s.Service, s.Breakdowns }).ToListAsync(cancellationToken);
        if (known.Find(s => Slugs.From(s.Service) == query.Service && s.Breakdowns.Any(b => b.Key == Variable)) is not { } newest)
        {
            return new SurveyNotFound();
        }

        var survey = await db.Set<Survey>().AsNoTracking().SingleAsync(s => s.Id == newest.Id, cancellationToken);
        var told = await result.HandleAsync(new GetSurveyResultQuery(survey.Slug, Audience.Public, query.Language), cancellationToken);
        if (!told.IsSuccess)
        {
            return new SurveyNotFound();
        }

        var facts = await FactsAsync(survey, told.Value, cancellationToken);
        var asked = facts.Where(f => query.Units.Contains(f.Slug)).ToList();
        var chosen = asked.Take(MostUnits).ToList();
        if (chosen.Count == 0)
        {
            chosen = [.. facts.Take(MostUnits)];
        }

        var names = chosen.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        return new UnitComparison(
            survey.Service, query.Service, told.Value, survey.Title, survey.Times!.ClosesAt.SwedishDate().Year, facts, chosen, [.. asked.Skip(MostUnits).Select(f => f.Name)],
            [.. told.Value.Loop.Concat(told.Value.Questions).Where(q => q.Positive is not null).Select(q => Measure(q, names)).OfType<UnitMeasure>()]);
    }

    private async Task<List<UnitFacts>> FactsAsync(Survey survey, SurveyResultView told, CancellationToken cancellationToken)
    {
        var units = await db.Set<ServiceUnit>().AsNoTracking().Where(u => u.Service == survey.Service)
            .Select(u => new { Unit = u, Comment = db.Set<UnitComment>().Where(c => c.SurveyId == survey.Id && c.UnitId == u.Id).Select(c => c.Text).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        var invited = survey.Breakdowns.First(b => b.Key == Variable).Categories.ToDictionary(c => c.Key, c => c.Invited, StringComparer.Ordinal);
        var groups = told.Who.First(w => w.Variable == Variable).Groups;
        return
        [
            .. units.OrderBy(u => u.Unit.Name, StringComparer.Ordinal).Select(u =>
            {
                var group = groups.FirstOrDefault(g => g.Names.Contains(u.Unit.Name));
                return new UnitFacts(
                    u.Unit.Slug, u.Unit.Name, u.Unit.Form, u.Unit.Contact, invited.GetValueOrDefault(u.Unit.Slug), group?.Count, group?.Names ?? [], u.Comment);
            }),
        ];
    }

    private static UnitMeasure? Measure(SurveyQuestionResult question, HashSet<string> names)
    {
        if (question.Tables.FirstOrDefault(t => t.Variable == Variable) is not { } table)
        {
            return null;
        }

        var rows = table.Lines.Where(l => l.Names.Any(names.Contains))
            .Select(l => new UnitShare(string.Join(", ", l.Names), l.Size, l.Positive is { IsShown: true } share ? share : null)).ToList();
        var intervals = rows.Where(r => r.Share?.Interval() is not null).Select(r => new UnitInterval(r.Name, r.Share!.Interval()!)).ToList();
        return new UnitMeasure(
            question.Key, question.Text, question.Statement, rows,
            [.. IntervalOrder.Separated(intervals).Select(p => (p.Higher.Name, p.Lower.Name))], table.Withheld);
    }
}
