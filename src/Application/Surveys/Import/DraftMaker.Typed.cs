using System.Globalization;
using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.Application.Surveys.Import;

internal sealed partial class DraftMaker
{
    private static QuestionKind KindOf(LssQuestion q) => q.Type switch
    {
        "N" or "K" => QuestionKind.Number,
        "S" or "Q" when q.Attribute("numbers_only") == "1" => QuestionKind.Number,
        "D" => QuestionKind.Date,
        "S" or "Q" => Limit(q, "maximum_chars") > 200 ? QuestionKind.LongText : QuestionKind.ShortText,
        _ => QuestionKind.LongText,
    };

    private Draft Typed(LssQuestion q, string ending, Wording text, QuestionKind kind)
    {
        var slider = q.Type == "K" && q.Attribute("slider_layout") == "1";
        var draft = Base(q, ending, kind, slider ? text.Map(t => t.Replace("|", " – ")) : text);
        if (kind == QuestionKind.Number)
        {
            var (low, high) = slider
                ? (Decimal(q, "slider_min") ?? 0, Decimal(q, "slider_max") ?? 100)
                : (Decimal(q, "min_num_value_n"), Decimal(q, "max_num_value_n"));
            draft = draft with
            {
                Lowest = low <= high || low is null || high is null ? low : null,
                Highest = low <= high || low is null || high is null ? high : null,
                Decimals = q.Attribute("num_value_int_only") == "1" ? 0 : slider && Decimal(q, "slider_accuracy") is null or 1 ? 0 : 6,
                Unit = q.Attribute("suffix") is { Length: > 0 and <= 40 } unit ? unit : null,
            };
            variables.AddNumber(q, ending, draft.Key, draft.Decimals);
        }
        else
        {
            variables.AddText(q, ending, draft.Key);
        }

        return draft;
    }

    private static decimal? Decimal(LssQuestion q, string attribute) =>
        q.Attribute(attribute) is { Length: > 0 and < 20 } text
        && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private List<Draft> Arrays(LssQuestion q)
    {
        var rows = Listed(q, q.Rows);
        if (q.Type == "1")
        {
            return [.. Battery(q, rows, Coded(q.Scale(0)), "a", "0", Header(q, "dualscale_headerA", "1")), .. Battery(q, rows, Coded(q.Scale(1)), "b", "1", Header(q, "dualscale_headerB", "2"))];
        }

        var choices = q.Type switch
        {
            "A" => Points(1, 5),
            "B" => Points(1, 10),
            "C" => Words(q, ("Y", FixedWords.Word.Yes), ("U", FixedWords.Word.Uncertain), ("N", FixedWords.Word.No)),
            "E" => Words(q, ("I", FixedWords.Word.Increase), ("S", FixedWords.Word.Same), ("D", FixedWords.Word.Decrease)),
            _ => Coded(q.Scale(0)),
        };
        return Battery(q, rows, choices, "", "", q.Text);
    }

    private Wording Header(LssQuestion q, string attribute, string number) => Joined(
        q.Text, q.Attributes.TryGetValue(attribute, out var header) && !header.IsEmpty ? header : Wording.Same(number, survey.Languages));

    /// <summary>Statements with the same choices, in as many batteries as the statements need.</summary>
    private List<Draft> Battery(
        LssQuestion q, List<LssPart> rows, List<(string Code, Wording Text)> choices, string ending, string name, Wording text)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        if (!Fits(q, choices))
        {
            return InWords(q, ending, text, choices);
        }

        var made = new List<Draft>();
        foreach (var some in rows.Chunk(QuestionRules.MaxItems))
        {
            var (keyed, items) = (Keyed(choices), Keyed(Coded(some)));
            var draft = Base(q, ending, QuestionKind.Battery, text) with { Choices = keyed, Items = items };
            foreach (var (row, item) in some.Zip(items))
            {
                variables.AddCode(q, name.Length == 0 ? row.Code : $"{row.Code}_{name}", $"{draft.Key}.{item.Key}", draft.Key, Codes(choices, keyed));
            }

            made.Add(draft);
        }

        if (made.Count > 1)
        {
            Tell("import.split", q, Count(rows.Count), Count(made.Count));
        }

        return made;
    }

    /// <summary>A table to fill in: ticks row by row, a list of numbers column by column, else a question for each cell.</summary>
    private List<Draft> Cells(LssQuestion q)
    {
        var (rows, columns) = (Listed(q, q.Rows), Listed(q, q.Columns));
        if (q.Type == ":" && q.Attribute("multiflexible_checkbox") == "1" && columns.Count is > 0 and <= QuestionRules.MaxChoices)
        {
            return [.. rows.SelectMany(r => Ticks(q, r.Code, Joined(q.Text, r.Text), Coded(columns), null))];
        }

        if (q.Type == ":" && q.Attribute("input_boxes") != "1" && Steps(q) is { } steps)
        {
            return [.. columns.SelectMany(c => Battery(q, rows, steps, c.Code, c.Code, Joined(q.Text, c.Text)))];
        }

        if (compact && columns.Count > 1 && rows.Count > 0)
        {
            Tell("import.cellsMerged", q, Count(rows.Count * columns.Count), Count(rows.Count));
            var names = columns.Aggregate(Wording.None, (all, c) => all.With(c.Text, (a, b) => $"{a}, {b}", survey.Main));
            return [.. rows.Select(r => Base(q, r.Code, QuestionKind.LongText, Joined(Joined(q.Text, r.Text), names)))];
        }

        var number = q.Type == ":" || q.Attribute("numbers_only") == "1";
        return [.. rows.SelectMany(r => columns.Select(c => Cell(q, r, c, number)))];
    }

    private Draft Cell(LssQuestion q, LssPart row, LssPart column, bool number)
    {
        var (low, high) = (Decimal(q, "multiflexible_min"), Decimal(q, "multiflexible_max"));
        var draft = Base(q, $"{row.Code}-{column.Code}", number ? QuestionKind.Number : QuestionKind.ShortText, Joined(Joined(q.Text, row.Text), column.Text)) with
        {
            Decimals = number ? 6 : 0,
            Lowest = number && !(low > high) ? low : null,
            Highest = number && !(low > high) ? high : null,
        };
        if (number)
        {
            variables.AddNumber(q, $"{row.Code}_{column.Code}", draft.Key, 6);
        }
        else
        {
            variables.AddText(q, $"{row.Code}_{column.Code}", draft.Key);
        }

        return draft;
    }

    /// <summary>The numbers of a drop-down list, 1 to 10 where nothing else is said; null when they do not fit a question.</summary>
    private List<(string Code, Wording Text)>? Steps(LssQuestion q)
    {
        var (low, high, step) = (Decimal(q, "multiflexible_min") ?? 1, Decimal(q, "multiflexible_max") ?? 10, Decimal(q, "multiflexible_step") ?? 1);
        if (step <= 0 || high <= low || (high - low) / step is < 1 or >= QuestionRules.MaxChoices || Math.Abs(low) > 1_000_000)
        {
            return null;
        }

        var numbers = Enumerable.Range(0, (int)((high - low) / step) + 1).Select(i => low + i * step);
        var ordered = q.Attribute("reverse") == "1" ? numbers.Reverse() : numbers;
        return [.. ordered.Select(n => n.ToString(CultureInfo.InvariantCulture)).Select(n => (n, Wording.Same(n, survey.Languages)))];
    }
}
