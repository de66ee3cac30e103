using System.Globalization;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Ballots;

/// <summary>
/// Conditions in plain Swedish, for those who write questions: <c>sagt är ja och (besok minst 3 eller inte (skola är bra eller sadar))</c>.
/// A question is named by its key or its number, a statement of a battery as <c>key.statement</c>, a choice by its key or its words (in
/// quotation marks where they are several). "och" binds tighter than "eller". Days are written 2026-01-31.
/// </summary>
public static class ConditionText
{
    /// <summary>Longest text that is read, in characters.</summary>
    public const int MaxLength = 2000;

    internal const string And = "och";
    internal const string Or = "eller";
    internal const string Negation = "inte";
    internal const string Always = "alltid";
    internal const string Never = "aldrig";
    internal const string Is = "är";
    internal const string AtLeast = "minst";
    internal const string AtMost = "högst";
    internal const string Between = "mellan";
    internal const string From = "från";
    internal const string To = "till";
    internal const string After = "efter";
    internal const string Before = "före";
    internal const string Given = "angiven";
    internal const string Answered = "besvarad";

    private static readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase)
    {
        And, Or, Negation, Always, Never, Is, AtLeast, AtMost, Between, From, To, After, Before, Given, Answered,
    };

    /// <summary>Words that stand after a question.</summary>
    internal static readonly IReadOnlySet<string> Verbs =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Is, AtLeast, AtMost, Between, From, To, After, Before, Given, Answered };

    /// <summary>Reads a condition. Errors: those that derive from <see cref="ConditionUnreadable"/>, with the place.</summary>
    /// <param name="earlier">The questions before, in order; the first is number 1. None but these may be asked for.</param>
    public static Result<Condition> Parse(string text, IReadOnlyList<Question> earlier)
    {
        if (text.Length > MaxLength)
        {
            return new ConditionTooDeep(MaxLength, "");
        }

        var read = new ConditionReader(text, earlier).Read();
        return read.IsSuccess && read.Value.Depth > Condition.MaxDepth ? new ConditionTooDeep(1, "") : read;
    }

    /// <summary>
    /// Writes a condition so that <see cref="Parse"/> gives back <see cref="Plain"/> of it. Total: what points to no question is written too,
    /// and then does not parse.
    /// </summary>
    /// <param name="questions">The questions in order, for the names of those whose key is a word of the language.</param>
    public static string Write(Condition condition, IReadOnlyList<Question> questions) => Write(Plain(condition), questions, Level.Any);

    /// <summary>
    /// The same condition in its simplest tree: no list of one, no list within a list of its own kind. An empty "all" is always true, an
    /// empty "any" never, as is a comparison with no choices.
    /// </summary>
    public static Condition Plain(Condition condition) => condition switch
    {
        AllOf all => Collapse([.. all.Conditions.Select(Plain).SelectMany(c => c is AllOf inner ? inner.Conditions : [c])], c => new AllOf(c)),
        AnyOf any => Collapse([.. any.Conditions.Select(Plain).SelectMany(c => c is AnyOf inner ? inner.Conditions : [c])], c => new AnyOf(c)),
        Not not => new Not(Plain(not.Condition)),
        ChoiceIs { Choices.Count: 0 } => new AnyOf([]),
        _ => condition,
    };

    private static Condition Collapse(IReadOnlyList<Condition> conditions, Func<IReadOnlyList<Condition>, Condition> of) =>
        conditions.Count == 1 ? conditions[0] : of(conditions);

    private static string Write(Condition condition, IReadOnlyList<Question> questions, Level level) => condition switch
    {
        AllOf { Conditions.Count: 0 } => $"({Always})",
        AnyOf { Conditions.Count: 0 } => $"({Never})",
        AllOf all => Within(string.Join($" {And} ", all.Conditions.Select(c => Write(c, questions, Level.And))), level == Level.And),
        AnyOf any => Within(string.Join($" {Or} ", any.Conditions.Select(c => Write(c, questions, Level.Or))), level != Level.Any),
        Not not => $"{Negation} {Within(Write(not.Condition, questions, Level.Any), !(not.Condition is AllOf { Conditions.Count: 0 } or AnyOf { Conditions.Count: 0 }))}",
        ChoiceIs choice => $"{Name(choice.Question, questions)} {Is} {string.Join($" {Or} ", choice.Choices)}",
        NumberIs { From: { } from, To: { } to } number => $"{Name(number.Question, questions)} {Between} {Number(from)} {And} {Number(to)}",
        NumberIs { From: { } from } number => $"{Name(number.Question, questions)} {AtLeast} {Number(from)}",
        NumberIs { To: { } to } number => $"{Name(number.Question, questions)} {AtMost} {Number(to)}",
        NumberIs number => $"{Name(number.Question, questions)} {Given}",
        DateIs { From: { } from, To: { } to } date => $"{Name(date.Question, questions)} {Between} {Day(from)} {And} {Day(to)}",
        DateIs { From: { } from } date => $"{Name(date.Question, questions)} {From} {Day(from)}",
        DateIs { To: { } to } date => $"{Name(date.Question, questions)} {To} {Day(to)}",
        DateIs date => $"{Name(date.Question, questions)} {Given}",
        IsAnswered answered => $"{Name(answered.Question, questions)} {Answered}",
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private static string Within(string text, bool parentheses) => parentheses ? $"({text})" : text;

    /// <summary>A key that is also a word of the language would be read as that word, so the number stands for it.</summary>
    private static string Name(string reference, IReadOnlyList<Question> questions)
    {
        var key = QuestionLogic.KeyOf(reference);
        var place = questions.ToList().FindIndex(q => q.Key == key);
        return _words.Contains(key) && place >= 0 ? string.Create(CultureInfo.InvariantCulture, $"{place + 1}{reference[key.Length..]}") : reference;
    }

    private static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture).Replace('.', ',');

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What surrounds the part that is written.</summary>
    private enum Level
    {
        Any,
        Or,
        And,
    }
}
