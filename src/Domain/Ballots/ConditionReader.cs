using System.Globalization;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Ballots;

/// <summary>Reads one condition by recursive descent; used once. The language is described by <see cref="ConditionText"/>.</summary>
internal sealed class ConditionReader(string text, IReadOnlyList<Question> earlier)
{
    /// <summary>Deeper than any condition may be, yet far from what the stack holds.</summary>
    private const int MaxNesting = 40;

    private readonly List<Token> _tokens = Split(text);
    private int _at;
    private int _nesting;
    private Error? _wrong;

    private Token Now => _at < _tokens.Count ? _tokens[_at] : new Token(text.Length + 1, "", IsQuoted: false);

    public Result<Condition> Read()
    {
        var condition = Any();
        if (_wrong is null && Now.Text.Length > 0)
        {
            _wrong = new ConditionEndExpected(Now.Position, Now.Text);
        }

        return _wrong is not null ? _wrong : condition!;
    }

    private Condition? Any() => Joined(ConditionText.Or, All, c => new AnyOf(c));

    private Condition? All() => Joined(ConditionText.And, One, c => new AllOf(c));

    /// <summary>Null once something is wrong.</summary>
    private Condition? Joined(string word, Func<Condition?> part, Func<IReadOnlyList<Condition>, Condition> of)
    {
        var parts = new List<Condition>();
        do
        {
            if (part() is not { } read)
            {
                return null;
            }

            parts.Add(read);
        }
        while (Take(word));

        return ConditionText.Plain(of(parts));
    }

    private Condition? One()
    {
        if (Take(ConditionText.Negation))
        {
            return Now.Text == "(" ? Parentheses() is { } inner ? new Not(inner) : null : Fail(new ConditionOpeningExpected(Now.Position, Now.Text));
        }

        if (Now.Text == "(")
        {
            return Parentheses();
        }

        if (Take(ConditionText.Always))
        {
            return new AllOf([]);
        }

        return Take(ConditionText.Never) ? new AnyOf([]) : Test();
    }

    private Condition? Parentheses()
    {
        if (++_nesting > MaxNesting)
        {
            return Fail(new ConditionTooDeep(Now.Position, ""));
        }

        _at++;
        var inner = Any();
        _nesting--;
        if (inner is null)
        {
            return null;
        }

        return Take(")") ? inner : Fail(new ConditionClosingExpected(Now.Position, Now.Text));
    }

    private Condition? Test()
    {
        var named = Now;
        if (named.IsQuoted || named.Text is "" or "(" or ")" || ConditionText.Verbs.Contains(named.Text) || Is(ConditionText.And) || Is(ConditionText.Or))
        {
            return Fail(new ConditionTestExpected(named.Position, named.Text));
        }

        _at++;
        if (Find(named) is not var (reference, question))
        {
            return null;
        }

        var verb = Now;
        _at++;
        var made = verb.IsQuoted ? null : Compare(verb.Text.ToLowerInvariant(), reference, question);
        return made ?? (_wrong is null ? Fail(new ConditionVerbExpected(verb.Position, verb.Text)) : null);
    }

    /// <summary>Null with an error, or null without one where the verb does not fit the question.</summary>
    private Condition? Compare(string verb, string reference, Question question)
    {
        var (number, date) = (question.Kind == QuestionKind.Number, question.Kind == QuestionKind.Date);
        return verb switch
        {
            ConditionText.Answered => new IsAnswered(reference),
            ConditionText.Given when number => new NumberIs(reference, null, null),
            ConditionText.Given when date => new DateIs(reference, null, null),
            ConditionText.Is when number => Number() is { } n ? new NumberIs(reference, n, n) : null,
            ConditionText.Is when date => Day() is { } d ? new DateIs(reference, d, d) : null,
            ConditionText.Is when question.Choices.Count > 0 => Choices(reference, question),
            ConditionText.AtLeast when number => Number() is { } n ? new NumberIs(reference, n, null) : null,
            ConditionText.AtMost when number => Number() is { } n ? new NumberIs(reference, null, n) : null,
            ConditionText.Between when number => Ends(Number) is var (from, to) ? new NumberIs(reference, from, to) : null,
            ConditionText.Between when date => Ends(Day) is var (from, to) ? new DateIs(reference, from, to) : null,
            ConditionText.From when date => Day() is { } d ? new DateIs(reference, d, null) : null,
            ConditionText.To when date => Day() is { } d ? new DateIs(reference, null, d) : null,
            ConditionText.After when date => Day() is { } d ? new DateIs(reference, d == DateOnly.MaxValue ? d : d.AddDays(1), null) : null,
            ConditionText.Before when date => Day() is { } d ? new DateIs(reference, null, d == DateOnly.MinValue ? d : d.AddDays(-1)) : null,
            _ => null,
        };
    }

    /// <summary>"ja eller nej": what follows "eller" is one more choice, unless it is a question with a comparison of its own.</summary>
    private ChoiceIs? Choices(string reference, Question question)
    {
        var chosen = new List<string>();
        do
        {
            var token = Now;
            var choice = question.Choices.FirstOrDefault(c => !token.IsQuoted && string.Equals(c.Key, token.Text, StringComparison.OrdinalIgnoreCase))
                ?? question.Choices.FirstOrDefault(c => string.Equals(c.Label, token.Text, StringComparison.OrdinalIgnoreCase));
            if (choice is null)
            {
                Fail(new ConditionChoiceUnknown(token.Position, token.Text));
                return null;
            }

            _at++;
            chosen.Add(choice.Key);
        }
        while (Is(ConditionText.Or) && IsChoice(_at + 1, question) && Step());

        return new ChoiceIs(reference, chosen);
    }

    private bool IsChoice(int place, Question question)
    {
        if (place >= _tokens.Count)
        {
            return false;
        }

        var token = _tokens[place];
        var compared = place + 1 < _tokens.Count && (ConditionText.Verbs.Contains(_tokens[place + 1].Text) || _tokens[place + 1].Text == "(");
        return !compared && question.Choices.Any(c =>
            string.Equals(c.Key, token.Text, StringComparison.OrdinalIgnoreCase) || string.Equals(c.Label, token.Text, StringComparison.OrdinalIgnoreCase));
    }

    private (string Reference, Question Question)? Find(Token named)
    {
        var parts = named.Text.ToLowerInvariant().Split('.', 2);
        var question = earlier.FirstOrDefault(q => string.Equals(q.Key, parts[0], StringComparison.OrdinalIgnoreCase))
            ?? (int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= earlier.Count
                ? earlier[number - 1]
                : null);
        var battery = question?.Kind == QuestionKind.Battery;
        if (question is null || parts.Length == 2 && (!battery || question.Items.All(i => i.Key != parts[1])))
        {
            Fail(new ConditionQuestionUnknown(named.Position, named.Text));
        }
        else if (question.IsText)
        {
            Fail(new ConditionAsksForText(named.Position, named.Text));
        }
        else if (battery && parts.Length == 1)
        {
            Fail(new ConditionStatementExpected(named.Position, named.Text));
        }
        else
        {
            return (battery ? $"{question.Key}.{parts[1]}" : question.Key, question);
        }

        return null;
    }

    private (T From, T To)? Ends<T>(Func<T?> read)
        where T : struct
    {
        if (read() is not { } from)
        {
            return null;
        }

        if (!Take(ConditionText.And))
        {
            Fail(new ConditionAndExpected(Now.Position, Now.Text));
            return null;
        }

        return read() is { } to ? (from, to) : null;
    }

    private decimal? Number()
    {
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (decimal.TryParse(Now.Text.Replace(',', '.').Replace('\u2212', '-'), style, CultureInfo.InvariantCulture, out var number))
        {
            _at++;
            return number;
        }

        Fail(new ConditionNumberExpected(Now.Position, Now.Text));
        return null;
    }

    private DateOnly? Day()
    {
        if (DateOnly.TryParseExact(Now.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            _at++;
            return day;
        }

        Fail(new ConditionDayExpected(Now.Position, Now.Text));
        return null;
    }

    private bool Is(string word) => !Now.IsQuoted && string.Equals(Now.Text, word, StringComparison.OrdinalIgnoreCase);

    private bool Take(string word) => Is(word) && Step();

    private bool Step()
    {
        _at++;
        return true;
    }

    private Condition? Fail(Error wrong)
    {
        _wrong ??= wrong;
        return null;
    }

    private static List<Token> Split(string text)
    {
        var tokens = new List<Token>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            if (IsQuote(text[i]))
            {
                var end = i + 1;
                while (end < text.Length && !IsQuote(text[end]))
                {
                    end++;
                }

                tokens.Add(new Token(start + 1, text[(start + 1)..end], IsQuoted: true));
                i = end + 1;
                continue;
            }

            i++;
            while (text[start] is not ('(' or ')') && i < text.Length && !char.IsWhiteSpace(text[i]) && text[i] is not ('(' or ')') && !IsQuote(text[i]))
            {
                i++;
            }

            tokens.Add(new Token(start + 1, text[start..i], IsQuoted: false));
        }

        return tokens;
    }

    private static bool IsQuote(char c) => c is '"' or '\u201D' or '\u201C';

    /// <param name="Position">Character of the text, from 1.</param>
    private readonly record struct Token(int Position, string Text, bool IsQuoted);
}
