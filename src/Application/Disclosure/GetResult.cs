using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Disclosure;

/// <param name="Audience">Which seal applies.</param>
public sealed record GetResultQuery(Guid ConsultationId, Audience Audience);

/// <summary>The result as it is shown and reported: questions with their words, who took part beside the population.</summary>
/// <param name="TurnoutPercent">Answers of the eligible, one decimal; null when their number is not known.</param>
public sealed record ResultView(
    DisclosedResult Disclosed, IReadOnlyList<QuestionResult> Questions, IReadOnlyList<WhoRow> Ages, IReadOnlyList<WhoRow> Areas,
    double? TurnoutPercent, int? EligibleCount)
{
    public QuestionResult? Headline => Questions.FirstOrDefault(q => q.IsHeadline);
}

/// <param name="Base">Persons that the shares are of: those who chose something inside the base.</param>
/// <param name="Unanswered">Counted answers that left the question out.</param>
public sealed record QuestionResult(
    string Key, string Section, string Text, bool IsHeadline, bool IsMultiple, IReadOnlyList<ChoiceResult> Choices,
    IReadOnlyList<ChoiceResult> OutsideBase, int Base, int Unanswered);

/// <param name="Percent">Whole percent of the base, 0 to 100.</param>
public sealed record ChoiceResult(string Key, string Label, int Count, int Percent);

/// <summary>One group of those who told: rounded count, its share of those who told, and the share of the population.</summary>
public sealed record WhoRow(string Name, int Count, int Percent, int PopulationPercent)
{
    public int Difference => Percent - PopulationPercent;
}

/// <summary>Errors: <see cref="ConsultationNotFound"/>, <see cref="ResultSealed"/>.</summary>
public sealed class GetResultHandler(IAppDbContext db, IDisclosureGate gate, ITexts texts) : IUseCase
{
    public async Task<Result<ResultView>> HandleAsync(GetResultQuery query, CancellationToken cancellationToken)
    {
        var disclosed = await gate.ReadAsync(query.ConsultationId, query.Audience, cancellationToken);
        if (disclosed is null)
        {
            return new ResultSealed();
        }

        var asked = await db.Set<Consultation>().Where(c => c.Id == query.ConsultationId)
            .Select(c => new { c.EligibleCount, Questionnaire = db.Set<Questionnaire>().First(q => q.DialogueId == c.Id) })
            .SingleOrDefaultAsync(cancellationToken);
        if (asked is null)
        {
            return new ConsultationNotFound();
        }

        var population = await db.Set<Population>().AsNoTracking().OrderBy(p => p.Order).ToListAsync(cancellationToken);
        var turnout = disclosed.Answers is { } n && asked.EligibleCount is > 0 and { } eligible ? Math.Round(100.0 * n / eligible, 1) : (double?)null;
        return new ResultView(
            disclosed,
            [.. asked.Questionnaire.Questions.Where(q => q.Choices.Count > 0 && !q.IsText && !disclosed.TooFew).Select(q => Show(q, disclosed))],
            Who(disclosed.Ages, population, AboutYou.Age), Who(disclosed.Areas, population, AboutYou.Area), turnout, asked.EligibleCount);
    }

    private static QuestionResult Show(Question question, DisclosedResult disclosed)
    {
        var given = disclosed.Questions.FirstOrDefault(d => d.Key == question.Key)
            ?? new Distribution(question.Key, new Dictionary<string, int>(StringComparer.Ordinal), 0);
        var outside = question.Choices.Where(c => c.OutsideBase).Sum(c => given.Counts.GetValueOrDefault(c.Key));
        var inBase = given.Answered - outside;
        return new QuestionResult(
            question.Key, question.Section, question.Text, question.Headline, question.Kind == QuestionKind.Multiple,
            [.. question.Choices.Where(c => !c.OutsideBase).Select(Row)], [.. question.Choices.Where(c => c.OutsideBase).Select(Row)],
            inBase, disclosed.Answers!.Value - given.Answered);

        ChoiceResult Row(Choice choice)
        {
            var count = given.Counts.GetValueOrDefault(choice.Key);
            return new ChoiceResult(choice.Key, choice.Label, count, Percent(count, inBase));
        }
    }

    /// <summary>Those who told nothing stand beside the others only where they were too few to be a group of their own.</summary>
    private List<WhoRow> Who(IReadOnlyList<PublishedGroup> groups, List<Population> population, string variable)
    {
        var shown = groups.Where(g => g.Names is not [AboutYou.NotTold]).ToList();
        var total = shown.Sum(g => g.Count);
        var people = population.Where(p => p.Variable == variable).ToList();
        var everyone = people.Sum(p => p.Count);
        return [.. shown.Select(g => new WhoRow(
            string.Join(", ", g.Names.Select(n => n == AboutYou.NotTold ? texts["result.notTold"] : n)), g.Count, Percent(g.Count, total),
            Percent(people.Where(p => g.Names.Contains(p.Category)).Sum(p => p.Count), everyone)))];
    }

    private static int Percent(int part, int whole) =>
        whole == 0 ? 0 : (int)Math.Round(100.0 * part / whole, MidpointRounding.AwayFromZero);
}
