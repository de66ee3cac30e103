using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Ballots;

/// <summary>One fault of the logic.</summary>
/// <param name="Question">The question whose condition is wrong.</param>
/// <param name="Reference">What it asks for, as written in the condition.</param>
public sealed record BrokenCondition(Question Question, string Reference, ConditionFault Fault);

public enum ConditionFault
{
    /// <summary>No such question.</summary>
    Missing = 1,

    /// <summary>It comes later, or is the question itself.</summary>
    Later = 2,

    /// <summary>It is answered in words (trust T36).</summary>
    Text = 3,

    /// <summary>The question does not have one of the choices asked for.</summary>
    Choice = 4,

    /// <summary>More levels than <see cref="Condition.MaxDepth"/>.</summary>
    TooDeep = 5,
}

/// <summary>Which questions ask for which. Pure functions over a questionnaire.</summary>
public static class QuestionLogic
{
    /// <summary>
    /// The condition with that of the experience where the question is put to users, and with that of the unit where it is asked by some
    /// and an answer tells which.
    /// </summary>
    /// <param name="asksUnit">One of the questions is <see cref="Question.UnitKey"/>.</param>
    public static IEnumerable<Condition> ConditionsOf(Question question, Condition? experience, bool asksUnit)
    {
        if (question.IsAddOn && asksUnit)
        {
            yield return new ChoiceIs(Question.UnitKey, question.AskedOf);
        }

        if (question.ShowIf is { } own)
        {
            yield return own;
        }

        if (question.Perspective == Perspective.User && experience is not null)
        {
            yield return experience;
        }
    }

    /// <summary>Whether respondents say themselves which unit is theirs.</summary>
    public static bool AsksUnit(IReadOnlyList<Question> questions) => questions.Any(q => q.Key == Question.UnitKey);

    /// <summary>Every comparison in the tree.</summary>
    public static IEnumerable<Condition> Leaves(Condition condition) => condition switch
    {
        AllOf all => all.Conditions.SelectMany(Leaves),
        AnyOf any => any.Conditions.SelectMany(Leaves),
        Not not => Leaves(not.Condition),
        _ => [condition],
    };

    /// <summary>The key of the question that a reference points to: of <c>battery.statement</c> the battery.</summary>
    public static string KeyOf(string reference) => reference.Split('.')[0];

    /// <summary>Those whose condition asks for the question with this key.</summary>
    public static IReadOnlyList<Question> AskersOf(string key, IReadOnlyList<Question> questions, Condition? experience) =>
        [.. questions.Where(q => q.Key != key && ConditionsOf(q, experience, AsksUnit(questions)).Any(c => c.References.Any(r => KeyOf(r) == key)))];

    /// <summary>
    /// Whether the questions may become <paramref name="after"/>: nobody's condition loses what it asks for. Errors:
    /// <see cref="QuestionAskedFor"/>, <see cref="ChoiceAskedFor"/>, each by name.
    /// </summary>
    public static Error? Lost(IReadOnlyList<Question> before, IReadOnlyList<Question> after, Condition? experience)
    {
        var known = Broken(before, experience).Select(b => (b.Question.Key, b.Reference, b.Fault)).ToHashSet();
        var lost = Broken(after, experience).FirstOrDefault(b => !known.Contains((b.Question.Key, b.Reference, b.Fault)));
        if (lost is null || !before.Any(q => q.Key == lost.Question.Key))
        {
            return null;
        }

        var asked = before.FirstOrDefault(q => q.Key == KeyOf(lost.Reference));
        if (asked is null || lost.Fault == ConditionFault.TooDeep)
        {
            return null;
        }

        var choice = lost.Fault != ConditionFault.Choice ? null : asked.Choices.FirstOrDefault(c =>
            ConditionsOf(lost.Question, experience, AsksUnit(before)).SelectMany(Leaves).OfType<ChoiceIs>().Any(l => l.Choices.Contains(c.Key))
            && after.First(q => q.Key == asked.Key).Choices.All(kept => kept.Key != c.Key));
        return choice is null ? new QuestionAskedFor(asked.Section, lost.Question.Section) : new ChoiceAskedFor(choice.Label, lost.Question.Section);
    }

    /// <summary>Every fault of the logic, in the order of the questions.</summary>
    public static IReadOnlyList<BrokenCondition> Broken(IReadOnlyList<Question> questions, Condition? experience)
    {
        var broken = new List<BrokenCondition>();
        for (var i = 0; i < questions.Count; i++)
        {
            foreach (var condition in ConditionsOf(questions[i], experience, AsksUnit(questions)))
            {
                if (condition.Depth > Condition.MaxDepth)
                {
                    broken.Add(new BrokenCondition(questions[i], "", ConditionFault.TooDeep));
                }

                var place = i;
                broken.AddRange(Leaves(condition).Select(leaf => (Reference: leaf.References.First(), Fault: FaultOf(leaf, questions, place)))
                    .Where(f => f.Fault is not null).Select(f => new BrokenCondition(questions[place], f.Reference, f.Fault!.Value)).Distinct());
            }
        }

        return broken;
    }

    private static ConditionFault? FaultOf(Condition leaf, IReadOnlyList<Question> questions, int place)
    {
        var reference = leaf.References.First();
        var index = questions.ToList().FindIndex(q => q.Key == KeyOf(reference));
        var battery = index >= 0 && questions[index].Kind == QuestionKind.Battery;
        if (index < 0 || battery != reference.Contains('.', StringComparison.Ordinal)
            || battery && questions[index].Items.All(i => $"{questions[index].Key}.{i.Key}" != reference))
        {
            return ConditionFault.Missing;
        }

        if (index >= place)
        {
            return ConditionFault.Later;
        }

        if (questions[index].IsText)
        {
            return ConditionFault.Text;
        }

        return leaf is ChoiceIs choice && choice.Choices.Any(c => questions[index].Choices.All(known => known.Key != c)) ? ConditionFault.Choice : null;
    }
}
