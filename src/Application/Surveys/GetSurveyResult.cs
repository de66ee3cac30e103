using Medborgardialog.Application.Common;
using Medborgardialog.Application.Disclosure;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

/// <param name="Language">BCP 47 tag of the language that the questions are told in.</param>
public sealed record GetSurveyResultQuery(string Slug, Audience Audience, string Language = "sv");

/// <summary>A survey's result as it is shown: what the gate lets through, in words, with what may be said about it.</summary>
/// <param name="Rate">Answers of the invited; null where the door was open or the number is not known.</param>
/// <param name="Who">Who answered, one for each declared variable.</param>
public sealed record SurveyResultView(
    Guid SurveyId, string Slug, SampleDesign Design, int? Answers, ResponseRate? Rate, int? Invited, ProtectionLimits Limits,
    IReadOnlyList<SurveyQuestionResult> Questions, IReadOnlyList<SurveyQuestionResult> Loop, IReadOnlyList<WhoAnswered> Who,
    int? LeftTheFlow, int? Changed)
{
    public bool TooFew => Answers is null;

    /// <summary>What some units asked beside the core, each told by unit alone (N4): a table with a row for each of them, numbers, or how many wrote.</summary>
    public IReadOnlyList<SurveyQuestionResult> AddOns { get; init; } = [];

    /// <summary>Of those who spoke up, who leaves; null where it is not measured or may not be told.</summary>
    public AnsweringFigures? Answering { get; init; }

    /// <summary>Intervals and tests may be shown (N2).</summary>
    public bool AllowsInference => Design != SampleDesign.Open;
}

/// <param name="Statement">For a statement of a battery the text of the battery; otherwise null.</param>
/// <param name="Base">Persons that the shares are of: those whose answer lies inside the base.</param>
/// <param name="Positive">Of the base, where the question has positive choices and its counts are shown.</param>
/// <param name="States">The ways of not being in the base, apart; null when too few answered.</param>
public sealed record SurveyQuestionResult(
    string Key, string Section, string Text, string? Statement, QuestionKind Kind, Perspective? Perspective, IReadOnlyList<ChoiceShare> Choices,
    IReadOnlyList<ChoiceShare> Outside, int Base, Share? Positive, StateCounts? States, NumberSummary? Number, RankSummary? Ranks, int Texts,
    IReadOnlyList<BreakdownTable> Tables, Withheld? Withheld)
{
    /// <summary>The positive share with weights, of a random sample where the population is known; null where it cannot be told.</summary>
    public WeightedPositive? Weighted { get; init; }

    /// <summary>Names of the units that asked it; empty for the core.</summary>
    public IReadOnlyList<string> AskedOf { get; init; } = [];

    /// <summary>Of an add-on that is answered by a number.</summary>
    public IReadOnlyList<AddOnNumber> Numbers { get; init; } = [];
}

/// <param name="Count">Persons; null where only <paramref name="AtLeastPercent"/> may be told, or nothing.</param>
public sealed record ChoiceShare(string Key, string Label, int? Count, Share? Share, int? AtLeastPercent);

/// <param name="Columns">Words of each column; several choices may have been put together.</param>
public sealed record BreakdownTable(string Variable, string Name, IReadOnlyList<string> Columns, IReadOnlyList<BreakdownLine> Lines, Withheld? Withheld);

/// <param name="Size">Members who answered the question, rounded.</param>
/// <param name="Shares">By column, of those in the base of the question; null for a column outside the base, or where nothing can be said.</param>
/// <param name="Positive">Null where the columns do not part positive from other answers.</param>
public sealed record BreakdownLine(
    IReadOnlyList<string> Names, int Size, IReadOnlyList<int> Counts, IReadOnlyList<RoundedShare?> Shares, RoundedShare? Positive, Withheld? Withheld);

/// <param name="Groups">Merged and rounded by the gate; empty when it may not be shown.</param>
public sealed record WhoAnswered(string Variable, string Name, IReadOnlyList<GroupAnswered> Groups, Withheld? Withheld);

/// <param name="Count">Rounded.</param>
/// <param name="Invited">Persons of these groups who were asked; null when not known for all of them.</param>
public sealed record GroupAnswered(IReadOnlyList<string> Names, int Count, int? Invited);

/// <summary>Errors: <see cref="SurveyNotFound"/>, <see cref="ResultSealed"/>.</summary>
public sealed class GetSurveyResultHandler(IAppDbContext db, IDisclosureGate gate, ITexts texts) : IUseCase
{
    public async Task<Result<SurveyResultView>> HandleAsync(GetSurveyResultQuery query, CancellationToken cancellationToken)
    {
        var found = await db.Set<Survey>().AsNoTracking().Where(s => s.Slug == query.Slug && s.State != SurveyState.Draft)
            .Select(s => new { Survey = s, Questionnaire = db.Set<Questionnaire>().FirstOrDefault(q => q.DialogueId == s.Id) })
            .SingleOrDefaultAsync(cancellationToken);
        if (found?.Questionnaire is null)
        {
            return new SurveyNotFound();
        }

        var survey = found.Survey;
        if (await gate.ReadSurveyAsync(survey.Id, query.Audience, cancellationToken) is not { } disclosed)
        {
            return new ResultSealed();
        }

        var told = new SurveyTelling(survey, disclosed, texts);
        var weighting = new SurveyWeighting(
            survey, survey.Design == SampleDesign.ProbabilitySample ? await db.Set<Population>().AsNoTracking().OrderBy(p => p.Order).ToListAsync(cancellationToken) : []);
        var steps = found.Questionnaire.Route.Steps.Select(s => s.In(query.Language)).ToList();
        var (answers, invited) = (disclosed.Published.Answers, survey.InvitedCount);
        return new SurveyResultView(
            survey.Id, survey.Slug, survey.Design, answers,
            answers is { } n && invited >= n ? new ResponseRate(invited.Value, 0, 0, n, 0) : null, invited, disclosed.Published.Limits,
            disclosed.TooFew ? [] : [.. steps.Where(s => !s.Question.IsAddOn).Select(told.Question).Select(weighting.Add)], disclosed.TooFew ? [] : told.Loop(), told.Who(),
            disclosed.LeftTheFlow, disclosed.Changed)
        {
            AddOns = disclosed.TooFew ? [] : [.. steps.Where(s => s.Question.IsAddOn).Select(told.AddOn)],
            Answering = disclosed.Answering,
        };
    }
}
