using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Ballots;

/// <summary>
/// Questions that some units ask beside the core, and never alter it (N4): they stand after it, nothing in it depends on them, and
/// nothing of what is compared between units and over time is taken from them.
/// </summary>
public static class AddOnRules
{
    /// <summary>The first rule that the questions break, or null. Errors: <see cref="AddOnInCore"/>, <see cref="AddOnAskedFor"/>, <see cref="AddOnBeforeCore"/>.</summary>
    public static Error? Fault(IReadOnlyList<Question> questions, Condition? experience)
    {
        if (questions.FirstOrDefault(q => q.IsAddOn && (q.Headline || q.Measures is not null || q.Indicator is not null)) is { } counted)
        {
            return new AddOnInCore(counted.Section);
        }

        var asksUnit = QuestionLogic.AsksUnit(questions);
        foreach (var addOn in questions.Where(q => q.IsAddOn))
        {
            if (questions.FirstOrDefault(q => !q.IsAddOn && QuestionLogic.ConditionsOf(q, experience, asksUnit).Any(c => AsksFor(c, addOn))) is { } core)
            {
                return new AddOnAskedFor(addOn.Section, core.Section);
            }
        }

        var before = questions.TakeWhile(q => !q.IsAddOn).Count();
        return questions.Skip(before).FirstOrDefault(q => !q.IsAddOn) is { } late ? new AddOnBeforeCore(questions[before].Section, late.Section) : null;
    }

    /// <summary>The core in its order, and after it the add-ons in theirs.</summary>
    public static IReadOnlyList<Question> InOrder(IEnumerable<Question> questions) => [.. questions.OrderBy(q => q.IsAddOn)];

    private static bool AsksFor(Condition condition, Question question) => condition.References.Any(r => QuestionLogic.KeyOf(r) == question.Key);
}

/// <summary>An add-on that is the headline, a measure of exit, voice and loyalty or an indicator. <paramref name="Section"/> ({0}) names it.</summary>
public sealed record AddOnInCore(string Section) : RuleError("question.addOnInCore");

/// <summary>A question of the core would be asked by what some units' add-on <paramref name="Section"/> ({0}) says. <paramref name="By"/> ({1}) names it.</summary>
public sealed record AddOnAskedFor(string Section, string By) : RuleError("question.addOnAskedFor");

/// <summary>The add-on <paramref name="Section"/> ({0}) stands before <paramref name="Core"/> ({1}), which everyone is asked.</summary>
public sealed record AddOnBeforeCore(string Section, string Core) : RuleError("question.addOnBeforeCore");
