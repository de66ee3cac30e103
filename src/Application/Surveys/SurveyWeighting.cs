using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Surveys;

/// <param name="By">Name of the variable that the weights agree with the population in.</param>
/// <param name="Source">Where the population comes from, and its year.</param>
public sealed record WeightedPositive(PostStratifiedShare Share, string By, string Source);

/// <summary>
/// Puts a weighted share beside the unweighted one of a random sample, where the population of a declared breakdown is known (ux 10.7: never only weighted).
/// Works on what the gate has let through and on nothing else.
/// </summary>
/// <param name="population">The whole table of the population.</param>
internal sealed class SurveyWeighting(Survey survey, IReadOnlyList<Population> population)
{
    public SurveyQuestionResult Add(SurveyQuestionResult question) =>
        survey.Design != SampleDesign.ProbabilitySample || question.Positive is null
            ? question
            : question with { Weighted = question.Tables.Select(Of).FirstOrDefault(w => w is not null) };

    private WeightedPositive? Of(BreakdownTable table)
    {
        var cells = Cells(survey.Breakdowns.First(b => b.Key == table.Variable));
        if (cells.Count == 0 || table.Withheld is not null || table.Lines.Any(l => l.Positive is null))
        {
            return null;
        }

        var declared = survey.Breakdowns.First(b => b.Key == table.Variable).Categories;
        var persons = declared.ToDictionary(
            c => c.Name, c => cells.FirstOrDefault(p => p.Category == c.Key || p.Category == c.Name)?.Count, StringComparer.Ordinal);

        // A group of the population that nobody could be counted in would be left out of the whole without a word.
        var isWhole = persons.Values.All(n => n is not null) && cells.Where(c => c.Count > 0).All(c => declared.Any(d => d.Key == c.Category || d.Name == c.Category));
        var mixed = table.Lines.Any(l => l.Names.Any(persons.ContainsKey) && !l.Names.All(persons.ContainsKey));
        var share = !isWhole || mixed ? null : PostStratification.Of(
            [.. table.Lines.Select(l => new PublishedStratum(
                string.Join(", ", l.Names), l.Positive!, l.Names.All(persons.ContainsKey) ? l.Names.Sum(n => persons[n]) : null))],
            table.Name);
        return share is null ? null : new WeightedPositive(share, table.Name, cells[0].Source);
    }

    /// <summary>The population that the survey itself names, as of a panel for the young, or that of the municipality.</summary>
    private List<Population> Cells(BreakdownVariable variable) => variable.PopulationSource.Length > 0 && variable.Categories.All(c => c.Population > 0)
        ? [.. variable.Categories.Select((c, i) => new Population(variable.Key, c.Key, i, c.Population!.Value, variable.PopulationSource))]
        : [.. population.Where(p => p.Variable == variable.Key)];
}
