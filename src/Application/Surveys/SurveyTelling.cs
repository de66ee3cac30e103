using Medborgardialog.Application.Common;
using Medborgardialog.Application.Disclosure;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Surveys;

/// <summary>Puts words and shares to what the gate has let through of one survey. Adds no figure of its own.</summary>
internal sealed class SurveyTelling(Survey survey, DisclosedSurvey disclosed, ITexts texts)
{
    private readonly Dictionary<string, PublishedQuestion> _published = disclosed.Published.Questions.ToDictionary(q => q.Key, StringComparer.Ordinal);

    public SurveyQuestionResult Question(Step step)
    {
        var question = step.Question;
        var states = disclosed.States.FirstOrDefault(s => s.Key == question.Key);
        var result = new SurveyQuestionResult(
            question.Key, question.Section, question.Text, step.Battery?.Text, question.Kind, (step.Battery ?? question).Perspective, [], [], 0, null,
            states, disclosed.Numbers.FirstOrDefault(n => n.Key == question.Key), disclosed.Ranks.FirstOrDefault(r => r.Key == question.Key),
            disclosed.Texts.GetValueOrDefault(question.Key), [], null);
        return _published.TryGetValue(question.Key, out var published) ? Fill(result, published, question.Choices) : result;
    }

    /// <summary>A question that some units ask: what may be told of each of them, and nothing of all together (N4).</summary>
    public SurveyQuestionResult AddOn(Step step)
    {
        var question = step.Question;
        var published = disclosed.AddOns.Questions.FirstOrDefault(q => q.Key == question.Key);
        return new SurveyQuestionResult(
            question.Key, question.Section, question.Text, step.Battery?.Text, question.Kind, (step.Battery ?? question).Perspective, [], [], 0, null,
            null, null, null, disclosed.AddOns.Texts.GetValueOrDefault(question.Key), published is null ? [] : [.. published.Tables.Select(t => Table(t, question.Choices, t.RoundingBase))], null)
        {
            AskedOf = survey.UnitsOf(question),
            Numbers = [.. disclosed.AddOns.Numbers.Where(n => n.Key == question.Key)],
        };
    }

    /// <summary>The five groups of exit, voice and loyalty, or nothing where the survey does not measure them.</summary>
    public IReadOnlyList<SurveyQuestionResult> Loop()
    {
        if (!_published.TryGetValue(SurveyTabulation.LoopKey, out var published))
        {
            return [];
        }

        Choice[] groups = [.. Enum.GetValues<LoopGroup>()
            .Select(g => new Choice(SurveyTabulation.KeyOf(g), texts[$"loop.{g}"], Positive: g == LoopGroup.Attached))];
        var empty = new SurveyQuestionResult(
            SurveyTabulation.LoopKey, texts["loop.title"], texts["loop.text"], null, QuestionKind.Single, Perspective.User, [], [], 0, null, null, null, null, 0, [], null);
        return [Fill(empty, published, groups)];
    }

    public IReadOnlyList<WhoAnswered> Who() => [.. disclosed.Published.Variables.Select(v =>
    {
        var declared = Declared(v.Key);
        var invited = declared.Categories.ToDictionary(c => c.Name, c => c.Invited, StringComparer.Ordinal);
        return new WhoAnswered(
            v.Key, declared.Name,
            [.. v.Groups.Select(g => new GroupAnswered(
                Words(g.Names), g.Count,
                g.Names.All(n => invited.GetValueOrDefault(n) is not null) ? g.Names.Sum(n => invited[n]) : null))],
            v.Reason);
    })];

    private SurveyQuestionResult Fill(SurveyQuestionResult result, PublishedQuestion published, IReadOnlyList<Choice> choices)
    {
        var headline = published.Headline;
        var counts = headline.Choices.ToDictionary(c => c.Key, StringComparer.Ordinal);
        if (headline.Base is not { } answered)
        {
            return result with { Withheld = headline.Reason };
        }

        var outside = choices.Where(c => c.IsOutside).Sum(c => counts[c.Key].Count ?? 0);
        var inBase = answered - outside;
        return result with
        {
            Choices = [.. choices.Where(c => !c.IsOutside).Select(c => Told(c, inBase))],
            Outside = [.. choices.Where(c => c.IsOutside).Select(c => Told(c, null))],
            Base = inBase,
            Positive = Positive(),
            Tables = [.. published.Tables.Select(t => Table(t, choices, disclosed.Published.Limits.RoundingBase))],
            Withheld = headline.Reason,
        };

        ChoiceShare Told(Choice choice, int? whole)
        {
            var told = counts[choice.Key];
            return new ChoiceShare(
                choice.Key, choice.Label, told.Count, told.Count is { } n && whole is { } all ? new Share(n, all, survey.Design) : null, told.AtLeastPercent);
        }

        // With several choices to a person positive ones cannot be added up.
        Share? Positive() =>
            result.Kind != QuestionKind.Multiple && choices.Any(c => c.Positive) && choices.All(c => counts[c.Key].Count is not null)
                ? new Share(choices.Where(c => c.Positive).Sum(c => counts[c.Key].Count!.Value), inBase, survey.Design)
                : null;
    }

    /// <param name="sizeBase">Base of the rounding of sizes.</param>
    private BreakdownTable Table(PublishedTable table, IReadOnlyList<Choice> choices, int sizeBase)
    {
        var by = choices.ToDictionary(c => c.Key, StringComparer.Ordinal);
        return new BreakdownTable(
            table.Variable, Declared(table.Variable).Name,
            [.. table.Columns.Select(keys => keys.Count == 1 ? by[keys[0]].Label : texts["survey.otherAnswers"])],
            [.. table.Rows.Select(r => Line(r, table, by, sizeBase))], table.Reason);
    }

    private BreakdownLine Line(PublishedRow row, PublishedTable table, Dictionary<string, Choice> choices, int sizeBase)
    {
        var names = Words(row.Names);
        if (row.Counts.Count == 0)
        {
            return new BreakdownLine(names, row.Size, [], [], null, row.Reason);
        }

        var isOutside = table.Columns.Select(keys => keys.All(k => choices[k].IsOutside)).ToArray();
        var isMixed = table.Columns.Any(keys => keys.Any(k => choices[k].IsOutside) && !keys.All(k => choices[k].IsOutside));
        var left = row.Counts.Where((_, i) => isOutside[i]).ToList();
        var whole = row.Size - left.Sum();

        // The base is the rounded size less the rounded counts outside it: each may be off by one less than the base of its rounding.
        var slack = sizeBase - 1 + (left.Count * (table.RoundingBase - 1));
        var positive = table.Columns.Select(keys => keys.All(k => choices[k].Positive)).ToArray();
        var parts = table.Columns.All(keys => keys.All(k => choices[k].Positive) || !keys.Any(k => choices[k].Positive)) && positive.Contains(true);
        return new BreakdownLine(
            names, row.Size, row.Counts, [.. row.Counts.Select((c, i) => isOutside[i] || isMixed ? null : Of(c, 1))],
            parts && !isMixed ? Of(row.Counts.Where((_, i) => positive[i]).Sum(), positive.Count(p => p)) : null, row.Reason);

        RoundedShare? Of(int count, int columns) => whole <= 0 || count - (columns * (table.RoundingBase - 1)) > whole + slack
            ? null
            : new RoundedShare(count, whole, Math.Max(columns * (table.RoundingBase - 1), slack) + 1, survey.Design);
    }

    private BreakdownVariable Declared(string key) => survey.Breakdowns.First(b => b.Key == key);

    private string[] Words(IReadOnlyList<string> names) => [.. names.Select(n => n.Length == 0 ? texts["result.notTold"] : n)];
}
