using Medborgardialog.Application.Common;
using Medborgardialog.Application.Disclosure;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

/// <param name="Audience">Which seal applies.</param>
public sealed record CompareEditionsQuery(string Slug, Audience Audience = Audience.Public);

/// <summary>What the same indicators were in other editions of the programme, and elsewhere.</summary>
public sealed record EditionComparison(IReadOnlyList<IndicatorSeries> Series);

/// <param name="Indicator">Stable id.</param>
/// <param name="Points">In order of time, this edition last. A point that breaks before has another wording than the one before it.</param>
/// <param name="Elsewhere">The same indicator in other municipalities, chosen before the survey; never averaged together (N6).</param>
public sealed record IndicatorSeries(
    string Indicator, string Text, IReadOnlyList<SourcedPoint> Points, IReadOnlyList<TrendStep> Steps, IReadOnlyList<SourcedPoint> Elsewhere);

/// <param name="Place">Empty for our own municipality.</param>
/// <param name="BreakNote">Why the officers say that it cannot be compared with the edition before; null where they say nothing.</param>
public sealed record SourcedPoint(TrendPoint Point, string Place, string Source, string? BreakNote = null);

/// <summary>
/// Only equivalent editions are compared (N1): where the words, the answers to choose among or whom is asked differ, or where an officer has
/// noted a break of method, the series breaks, and no difference is told across it. Errors:
/// <see cref="SurveyNotFound"/>; an empty list where there is no programme or nothing is public.
/// </summary>
public sealed class CompareEditionsHandler(IAppDbContext db, IDisclosureGate gate, ITexts texts) : IUseCase
{
    /// <summary>Indicators of the groups of exit, voice and loyalty, which are worded by their rule and not by one question.</summary>
    private static readonly Dictionary<string, LoopGroup> _groups = new(StringComparer.Ordinal)
    {
        ["stannar-garna"] = LoopGroup.Attached,
        ["byter"] = LoopGroup.Leaving,
    };

    public async Task<Result<EditionComparison>> HandleAsync(CompareEditionsQuery query, CancellationToken cancellationToken)
    {
        var survey = await db.Set<Survey>().AsNoTracking().SingleOrDefaultAsync(s => s.Slug == query.Slug, cancellationToken);
        if (survey is null)
        {
            return new SurveyNotFound();
        }

        if (survey.ProgrammeId is not { } programme)
        {
            return new EditionComparison([]);
        }

        var figures = await EditionsAsync(programme, survey, query.Audience, cancellationToken);
        if (!figures.Exists(f => f.Place.Length == 0 && f.Edition == survey.Edition))
        {
            return new EditionComparison([]);
        }

        var historic = await db.Set<HistoricFigure>().AsNoTracking().Where(f => f.ProgrammeId == programme).ToListAsync(cancellationToken);
        figures.AddRange(historic.Select(f => new Figure(
            f.Indicator, f.Place, f.Edition, f.Wording, new Share((int)Math.Round(f.Share * f.Answers), f.Answers, f.Design), f.Source)));
        return new EditionComparison([.. figures.GroupBy(f => f.Indicator, StringComparer.Ordinal).Select(g => Series(g.Key, [.. g], survey)).OfType<IndicatorSeries>()]);
    }

    private IndicatorSeries? Series(string indicator, List<Figure> figures, Survey survey)
    {
        var ours = figures.Where(f => f.Place.Length == 0).OrderBy(f => f.Edition, EditionOrder.Instance).ToList();
        if (ours.Count < 2 || ours[^1].Edition != survey.Edition)
        {
            return null;
        }

        var points = ours.Select((f, i) => new SourcedPoint(
            new TrendPoint(f.Edition, f.Share, BreaksBefore: i > 0 && !_groups.ContainsKey(indicator) && f.DiffersFrom(ours[i - 1])), "", f.Source, f.BreakNote)).ToList();
        return new IndicatorSeries(
            indicator, _groups.TryGetValue(indicator, out var group) ? texts[$"loop.{group}"] : ours[^1].Wording, points,
            Trend.Steps([.. points.Select(p => p.Point)]),
            [.. figures.Where(f => f.Place.Length > 0).OrderBy(f => f.Place, StringComparer.Ordinal).Select(f => new SourcedPoint(new TrendPoint(f.Edition, f.Share), f.Place, f.Source))]);
    }

    /// <summary>The figures of every edition up to this one that may be read.</summary>
    private async Task<List<Figure>> EditionsAsync(Guid programme, Survey survey, Audience audience, CancellationToken cancellationToken)
    {
        var editions = await db.Set<Survey>().AsNoTracking().Where(s => s.ProgrammeId == programme && s.State == SurveyState.Closed)
            .Select(s => new { Survey = s, Questionnaire = db.Set<Questionnaire>().First(q => q.DialogueId == s.Id) })
            .ToListAsync(cancellationToken);
        var figures = new List<Figure>();
        foreach (var edition in editions.Where(e => EditionOrder.Instance.Compare(e.Survey.Edition, survey.Edition) <= 0))
        {
            if (await gate.ReadSurveyAsync(edition.Survey.Id, audience, cancellationToken) is { TooFew: false } disclosed)
            {
                figures.AddRange(Of(edition.Survey, edition.Questionnaire, disclosed));
            }
        }

        return figures;
    }

    private IEnumerable<Figure> Of(Survey survey, Questionnaire questionnaire, DisclosedSurvey disclosed)
    {
        var told = new SurveyTelling(survey, disclosed, texts);
        foreach (var question in questionnaire.Route.Steps.Where(s => s.Battery is null && s.Question.Indicator is not null))
        {
            if (told.Question(question).Positive is { } share)
            {
                yield return new Figure(question.Question.Indicator!, "", survey.Edition, question.Question.Text, share, survey.Title)
                {
                    Answers = AnswersTo(question.Question), BreakNote = question.Question.BreakNote,
                };
            }
        }

        foreach (var loop in told.Loop())
        {
            foreach (var (indicator, group) in _groups)
            {
                if (loop.Choices.FirstOrDefault(c => c.Key == SurveyTabulation.KeyOf(group))?.Share is { } share)
                {
                    yield return new Figure(indicator, "", survey.Edition, indicator, share, survey.Title);
                }
            }
        }
    }

    /// <summary>What there was to choose among, what of it is counted as positive, and whom was asked.</summary>
    private static string AnswersTo(Question question) => string.Join(
        '|', question.Choices.Select(c => $"{c.Label}/{c.Positive}/{c.IsOutside}").Prepend($"{question.Kind}/{question.Perspective}/{question.MaxChoices}"));

    private sealed record Figure(string Indicator, string Place, string Edition, string Wording, Share Share, string Source)
    {
        /// <summary>Null where it is not known, as for figures from before the system.</summary>
        public string? Answers { get; init; }

        public string? BreakNote { get; init; }

        public bool DiffersFrom(Figure before) =>
            BreakNote is not null || Wording != before.Wording || Answers is not null && before.Answers is not null && Answers != before.Answers;
    }
}
