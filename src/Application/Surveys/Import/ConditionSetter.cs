using Medborgardialog.Domain.Ballots;
using static Medborgardialog.Application.Surveys.Import.LssSurvey;

namespace Medborgardialog.Application.Surveys.Import;

/// <summary>Gives questions their conditions. One that cannot be said exactly is listed as it stands, and the question is then always shown.</summary>
internal sealed class ConditionSetter(LssSurvey survey, Variables variables, List<Difference> differences)
{
    private readonly Dictionary<string, Condition?> _shown = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Condition?> _groups = new(StringComparer.Ordinal);

    public List<Question> Set(IReadOnlyList<Draft> drafts, IReadOnlyDictionary<string, string> tags)
    {
        var questions = new List<Question>();
        foreach (var same in drafts.GroupBy(d => d.Source))
        {
            var own = OfQuestion(same.Key);
            foreach (var draft in same)
            {
                var condition = draft.After is not null && draft.After.References.All(_asked.Contains) ? draft.After : own;
                questions.Add(draft.ToQuestion(survey.Main, tags, condition));
                _shown[draft.Key] = condition;

                // What was written is never asked for: who got the next question would tell who wrote.
                if (questions[^1].IsText)
                {
                    continue;
                }

                _asked.UnionWith(draft.Items.Count > 0 ? draft.Items.Select(i => $"{draft.Key}.{i.Key}") : [draft.Key]);
            }
        }

        return questions;
    }

    private Condition? OfQuestion(LssQuestion question)
    {
        var group = OfGroup(question.Group);
        var text = question["relevance"];
        if (text is "1" or "" && !survey.Conditions.Contains(question.Id))
        {
            return group;
        }

        var own = Read(text is "1" ? "" : text) ?? (survey.Conditions.Contains(question.Id) ? Rows(survey.Conditions[question.Id]) : null);
        if (own is not null && (group is null ? own : ExpressionReader.Fitting(ExpressionReader.All(group, own))) is { } both)
        {
            return both;
        }

        var rows = survey.Conditions[question.Id].Select(r => $"{Value(r, "cfieldname")} {Value(r, "method")} \"{Value(r, "value")}\"");
        differences.Add(new Difference("import.condition", question.Where, [Domain.Common.PlainText.Shorten(Domain.Common.PlainText.Clean(text is "" or "1" ? string.Join("; ", rows) : text), 2000)]));
        return group;
    }

    private Condition? OfGroup(LssGroup group)
    {
        var text = Value(group.Row, "grelevance").Trim();
        if (text is "" or "1")
        {
            return null;
        }

        if (!_groups.TryGetValue(group.Id, out var condition))
        {
            _groups[group.Id] = condition = Read(text);
            if (condition is null)
            {
                differences.Add(new Difference("import.groupCondition", group.Name, [Domain.Common.PlainText.Shorten(Domain.Common.PlainText.Clean(text), 2000)]));
            }
        }

        return condition;
    }

    /// <summary>Only answers that have been given before can be asked for, and no texts.</summary>
    private Condition? Read(string text) =>
        text.Length > 0 && ExpressionReader.Read(text, variables, _shown) is { } read && read.References.All(_asked.Contains) ? read : null;

    /// <summary>
    /// The older form, a row for each comparison: rows of one scenario must all hold, rows about the same question one of them, and one
    /// scenario is enough. Several rows about one question with another sign than equality mean different things in different versions.
    /// </summary>
    private Condition? Rows(IEnumerable<Dictionary<string, string>> rows)
    {
        var scenarios = new List<Condition>();
        foreach (var scenario in rows.GroupBy(r => Value(r, "scenario")))
        {
            var parts = new List<Condition>();
            foreach (var question in scenario.GroupBy(r => Value(r, "cqid")).Select(g => g.ToList()))
            {
                var read = question.Select(Row).ToList();
                if (read.Exists(c => c is null) || question.Count > 1 && question.Exists(r => Value(r, "method").Trim() != "=="))
                {
                    return null;
                }

                parts.Add(read.Count == 1 ? read[0]! : new AnyOf([.. read.Select(c => c!)]));
            }

            scenarios.Add(ExpressionReader.All([.. parts])!);
        }

        var whole = scenarios.Count == 1 ? scenarios[0] : new AnyOf(scenarios);
        return whole.References.All(_asked.Contains) ? ExpressionReader.Fitting(whole) : null;
    }

    /// <summary>A tick is asked for by its field and Y, or by the field of the question and the code of the tick.</summary>
    private Condition? Row(Dictionary<string, string> row)
    {
        var (field, sign, value) = (Value(row, "cfieldname").TrimStart('+'), Value(row, "method").Trim(), Value(row, "value"));
        return variables.Find(field) is { } variable ? ExpressionReader.Compare(variable, sign, value)
            : variables.Find(field + value) is { Kind: VariableKind.Tick } tick ? ExpressionReader.Compare(tick, sign, "Y")
            : null;
    }
}
