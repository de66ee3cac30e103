using System.Globalization;
using System.Text.RegularExpressions;
using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.Application.Surveys.Import;

/// <summary>
/// Reads the part of LimeSurvey's expressions that can be said exactly as a <see cref="Condition"/>: comparisons of one answer with a
/// constant, <c>is_empty</c>, and, or, not. Anything else gives null. The rules of empty answers are those of the ExpressionScript manual:
/// an empty answer is less than a positive number, and differs from everything; a name without <c>.NAOK</c> that was not asked makes the
/// whole expression false, which <see cref="Whole"/> sees to.
/// </summary>
internal sealed partial class ExpressionReader
{
    private const int MaxLength = 4000;
    private const int MaxNesting = 40;

    /// <summary>Most conditions of one tree, so that trees made of trees stay small.</summary>
    private const int MaxNodes = 100;

    private readonly Variables _variables;
    private readonly List<string> _tokens;
    private readonly HashSet<string> _owners = new(StringComparer.Ordinal);
    private int _place;
    private int _nesting;

    private ExpressionReader(string text, Variables variables)
    {
        _variables = variables;
        _tokens = [.. Token.Matches(text).Select(m => m.Value)];
    }

    /// <param name="shown">The conditions of earlier questions by key.</param>
    public static Condition? Read(string text, Variables variables, IReadOnlyDictionary<string, Condition?> shown)
    {
        if (text.Length > MaxLength || Token.Replace(text, "").Trim().Length > 0)
        {
            return null;
        }

        var reader = new ExpressionReader(text, variables);
        var read = reader.Or();
        return read is null || reader._place != reader._tokens.Count ? null : Fitting(reader.Whole(read, shown));
    }

    public static Condition? All(params Condition?[] conditions)
    {
        var flat = conditions.OfType<Condition>().SelectMany(c => c is AllOf all ? all.Conditions : [c]).ToList();
        return flat.Count switch
        {
            0 => null,
            1 => flat[0],
            _ => new AllOf(flat),
        };
    }

    public static Condition? Fitting(Condition? condition) =>
        condition is not null && condition.Depth <= Condition.MaxDepth && condition.References.Take(MaxNodes + 1).Count() <= MaxNodes ? condition : null;

    /// <summary>Only where every part needs an answer is it enough that a question that was not asked has none.</summary>
    private Condition Whole(Condition read, IReadOnlyDictionary<string, Condition?> shown)
    {
        var parts = read is AllOf all ? all.Conditions : [read];
        return parts.All(p => p is ChoiceIs or IsAnswered or NumberIs)
            ? read
            : All([.. _owners.Order(StringComparer.Ordinal).Select(o => shown.GetValueOrDefault(o)), read])!;
    }

    private Condition? Or() => Several(And, "or", "||", parts => new AnyOf(parts));

    private Condition? And() => Several(Not, "and", "&&", parts => All([.. parts])!);

    private Condition? Several(Func<Condition?> part, string word, string sign, Func<List<Condition>, Condition> joint)
    {
        if (part() is not { } first)
        {
            return null;
        }

        var parts = new List<Condition> { first };
        while (Peek.Equals(word, StringComparison.OrdinalIgnoreCase) || Peek == sign)
        {
            _place++;
            if (part() is not { } next)
            {
                return null;
            }

            parts.Add(next);
        }

        return parts.Count == 1 ? first : joint(parts);
    }

    private Condition? Not()
    {
        if (++_nesting > MaxNesting)
        {
            return null;
        }

        Condition? read;
        if (Peek == "!" || Peek.Equals("not", StringComparison.OrdinalIgnoreCase))
        {
            _place++;
            read = Not() switch
            {
                null => null,
                Not twice => twice.Condition,
                var inner => new Not(inner),
            };
        }
        else if (Peek == "(")
        {
            _place++;
            read = Or();
            read = Take(")") ? read : null;
        }
        else
        {
            read = Peek == "is_empty" ? Empty() : Comparison();
        }

        _nesting--;
        return read;
    }

    private Not? Empty()
    {
        _place++;
        return Take("(") && Name() is { } variable && Take(")") ? new Not(Given(variable)) : null;
    }

    private Condition? Comparison()
    {
        if (Name() is not { } variable || Peek is not ("==" or "!=" or "<" or "<=" or ">" or ">=" or "eq" or "ne" or "lt" or "le" or "gt" or "ge"))
        {
            return null;
        }

        var sign = _tokens[_place++];
        var constant = Peek;
        var quoted = constant is ['"' or '\'', ..];
        if (!quoted && !decimal.TryParse(constant, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
        {
            return null;
        }

        _place++;
        return Compare(variable, sign, quoted ? constant[1..^1] : constant);
    }

    /// <summary>A comparison of one answer with a constant, or null. The sign as in the language, also in words.</summary>
    public static Condition? Compare(Variable variable, string sign, string value) => (sign, value.Trim()) switch
    {
        ("==" or "eq", "") => new Not(Given(variable)),
        ("!=" or "ne", "") => Given(variable),
        ("==" or "eq", var same) => Equal(variable, same),
        ("!=" or "ne", var other) => Equal(variable, other) is { } equal ? new Not(equal) : null,
        var (order, limit) => Number(limit) is { } number ? Ordered(variable, order, number) : null,
    };

    private static Condition? Equal(Variable variable, string value) => variable.Kind switch
    {
        VariableKind.Code or VariableKind.Tick => variable.Codes.TryGetValue(value, out var choice) ? new ChoiceIs(variable.Reference, [choice]) : null,
        VariableKind.Number => Number(value) is > 0 and { } number ? new NumberIs(variable.Reference, number, number) : null,
        _ => null,
    };

    /// <summary>Zero and below are left out: there the other system itself treats an empty answer in two ways, in the browser and on the server.</summary>
    private static Condition? Ordered(Variable variable, string sign, decimal limit)
    {
        var upward = sign is ">" or ">=" or "gt" or "ge";
        var inclusive = sign is ">=" or "<=" or "ge" or "le";
        if (limit < 0 || limit == 0 && (!upward || inclusive))
        {
            return null;
        }

        Condition? inside = null;
        if (variable.Kind == VariableKind.Number)
        {
            var within = new NumberIs(variable.Reference, upward == inclusive ? limit : null, upward == inclusive ? null : limit);
            inside = inclusive ? new NumberIs(variable.Reference, upward ? limit : null, upward ? null : limit) : new AllOf([new IsAnswered(variable.Reference), new Not(within)]);
        }
        else if (variable.Kind == VariableKind.Code && variable.Codes.Keys.All(k => Number(k) is not null))
        {
            var chosen = variable.Codes.Where(c => Holds(Number(c.Key)!.Value, limit, upward, inclusive)).Select(c => c.Value).ToList();
            inside = new ChoiceIs(variable.Reference, chosen);
        }

        return inside is null || upward ? inside : new AnyOf([new Not(Given(variable)), inside]);
    }

    private static bool Holds(decimal value, decimal limit, bool upward, bool inclusive) =>
        inclusive && value == limit || (upward ? value > limit : value < limit);

    private static Condition Given(Variable variable) => variable.Kind == VariableKind.Tick
        ? new ChoiceIs(variable.Reference, [.. variable.Codes.Values])
        : new IsAnswered(variable.Reference);

    private static decimal? Number(string text) =>
        text.Length < 20 && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private Variable? Name()
    {
        const string suffix = ".NAOK";
        var name = Peek;
        _place++;
        var bare = name.EndsWith(suffix, StringComparison.Ordinal) ? name[..^suffix.Length] : name;
        var found = _variables.Find(bare);
        if (found is not null && bare.Length == name.Length)
        {
            _owners.Add(found.Owner);
        }

        return found;
    }

    private string Peek => _place < _tokens.Count ? _tokens[_place] : "";

    private bool Take(string token)
    {
        if (Peek != token)
        {
            return false;
        }

        _place++;
        return true;
    }

    [GeneratedRegex("""[A-Za-z0-9_]+(\.[A-Za-z0-9_]+)*|"[^"]*"|'[^']*'|==|!=|<=|>=|&&|\|\||[!()<>]""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Token { get; }
}
