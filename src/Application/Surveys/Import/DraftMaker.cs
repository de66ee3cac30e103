using System.Globalization;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using static Medborgardialog.Application.Surveys.Import.FixedWords;

namespace Medborgardialog.Application.Surveys.Import;

/// <summary>Makes questions of one question of the file. A page here asks one thing, so that fields side by side become questions in a row.</summary>
/// <param name="compact">Fields side by side become one text each row instead, where a survey would otherwise have too many questions.</param>
internal sealed partial class DraftMaker(LssSurvey survey, Variables variables, List<Difference> differences, bool compact)
{
    private readonly Keys _keys = new();

    /// <summary>Empty when nothing of the question can be asked, which is then listed.</summary>
    public IReadOnlyList<Draft> Make(LssQuestion q)
    {
        switch (q.Type)
        {
            case "L" or "!" or "O":
                return List(q);
            case "5":
                return [Chosen(q, QuestionKind.Scale, Points(1, 5))];
            case "Y":
                return [Chosen(q, QuestionKind.YesNo, Words(q, ("Y", Word.Yes), ("N", Word.No)))];
            case "G":
                return [Chosen(q, QuestionKind.Single, Words(q, ("F", Word.Female), ("M", Word.Male)))];
            case "M" or "P":
                return Several(q);
            case "R":
                return Ranking(q);
            case "N" or "S" or "T" or "U" or "D":
                return [Typed(q, "", q.Text, KindOf(q))];
            case "K" or "Q":
                return [.. Listed(q, q.Rows).Select(s => Typed(q, s.Code, Joined(q.Text, s.Text), KindOf(q)))];
            case "A" or "B" or "C" or "E" or "F" or "H" or "1":
                return Arrays(q);
            case ";" or ":":
                return Cells(q);
            default:
                // A display is handled where its text may become the hint of the next question.
                if (q.Type != "X")
                {
                    Tell("import.typeLeft", q, q.Type, Short(q));
                }

                return [];
        }
    }

    public void Tell(string code, LssQuestion q, params string[] arguments) => differences.Add(new Difference(code, q.Where, arguments));

    public string Short(LssQuestion q) => PlainText.Shorten(q.Text.In(survey.Main), 300);

    private Wording Joined(Wording first, Wording second) => first.With(second, Wording.Sentence, survey.Main);

    private Draft Base(LssQuestion q, string ending, QuestionKind kind, Wording text) =>
        new(q, _keys.From(ending.Length == 0 ? q.Code : $"{q.Code}-{ending}", "q"), kind, text) { Hint = q.Help, Required = q.IsMandatory };

    private List<(string Code, Wording Text)> Points(int from, int to) =>
        [.. Enumerable.Range(from, to - from + 1).Select(n => n.ToString(CultureInfo.InvariantCulture)).Select(n => (n, Wording.Same(n, survey.Languages)))];

    private List<(string Code, Wording Text)> Words(LssQuestion q, params (string Code, Word Word)[] words)
    {
        TellWords(q);
        return [.. words.Select(w => (w.Code, FixedWords.Of(w.Word, survey.Languages)))];
    }

    private void TellWords(LssQuestion q)
    {
        if (survey.Languages.Where(l => !Knows(l)).ToList() is { Count: > 0 } unknown && !differences.Exists(d => d.Code == "import.fixedWords" && d.Where == q.Where))
        {
            Tell("import.fixedWords", q, string.Join(", ", unknown));
        }
    }

    private static List<(string Code, Wording Text)> Coded(IEnumerable<LssPart> parts) =>
        [.. parts.Select(p => (p.Code, p.Text.IsEmpty ? Wording.Same(p.Code.Length > 0 ? p.Code : "?", ["en"]) : p.Text))];

    private static List<DraftPart> Keyed(IEnumerable<(string Code, Wording Text)> parts)
    {
        var keys = new Keys();
        return [.. parts.Select(p => new DraftPart(keys.From(p.Code, "c"), p.Text))];
    }

    private static Dictionary<string, string> Codes(List<(string Code, Wording Text)> parts, List<DraftPart> keyed) => parts
        .Zip(keyed, (p, k) => (p.Code, k.Key)).DistinctBy(p => p.Code, StringComparer.Ordinal).ToDictionary(p => p.Code, p => p.Key, StringComparer.Ordinal);

    /// <summary>A question of one choice, known to expressions.</summary>
    private Draft Chosen(LssQuestion q, QuestionKind kind, List<(string Code, Wording Text)> choices)
    {
        var keyed = Keyed(choices);
        var draft = Base(q, "", kind, q.Text) with { Choices = keyed };
        variables.AddCode(q, "", draft.Key, draft.Key, Codes(choices, keyed));
        return draft;
    }

    private List<Draft> List(LssQuestion q)
    {
        var choices = Coded(q.Scale(0));
        if (q.HasOther)
        {
            choices.Add(("-oth-", OtherLabel(q)));
        }

        if (!Fits(q, choices))
        {
            return InWords(q, "", q.Text, choices);
        }

        var list = Chosen(q, QuestionKind.Single, choices);
        List<Draft> made = [list];
        if (q.HasOther)
        {
            made.Add(OtherText(q, list.Key, list.Choices[^1].Key));
        }

        if (q.Type == "O")
        {
            TellWords(q);
            var comment = Base(q, "comment", QuestionKind.LongText, Joined(q.Text, FixedWords.Of(Word.Comment, survey.Languages))) with { Required = false, Hint = Wording.None };
            variables.AddText(q, "comment", comment.Key);
            made.Add(comment);
        }

        return made;
    }

    private Wording OtherLabel(LssQuestion q)
    {
        if (q.Attributes.TryGetValue("other_replace_text", out var own) && !own.IsEmpty)
        {
            return own;
        }

        TellWords(q);
        return FixedWords.Of(Word.Other, survey.Languages);
    }

    private Draft OtherText(LssQuestion q, string key, string choice)
    {
        var number = q.Attribute("other_numbers_only") == "1";
        var text = Base(q, "other", number ? QuestionKind.Number : QuestionKind.ShortText, Joined(q.Text, OtherLabel(q))) with
        {
            Hint = Wording.None,
            Required = q.Attribute("other_comment_mandatory") == "1",
            Decimals = number ? 6 : 0,
            After = new ChoiceIs(key, [choice]),
        };
        variables.AddText(q, "other", text.Key);
        return text;
    }

    /// <summary>Ticks, in as many questions as the choices need. One single tick becomes yes or no.</summary>
    private List<Draft> Several(LssQuestion q)
    {
        var parts = Listed(q, q.Rows);
        var all = Coded(parts);
        if (q.HasOther)
        {
            all.Add(("other", OtherLabel(q)));
        }

        var made = new List<Draft>();
        foreach (var some in all.Chunk(QuestionRules.MaxChoices))
        {
            made.AddRange(Ticks(q, "", q.Text, some, Limit(q, "max_answers")));
        }

        if (made.Count > 1)
        {
            Tell("import.split", q, Count(all.Count), Count(made.Count));
        }

        var ticks = all.Count == 0 ? [] : all.Chunk(QuestionRules.MaxChoices).Zip(made, (some, d) => some.Zip(d.Choices, (s, c) => (s.Code, s.Text, Draft: d.Key, Choice: c.Key))).SelectMany(x => x).ToList();
        if (q.HasOther && ticks.Count > 0)
        {
            made.Add(OtherText(q, ticks[^1].Draft, ticks[^1].Choice));
        }

        if (q.Type == "P" && compact && parts.Count > 0)
        {
            TellWords(q);
            Tell("import.cellsMerged", q, Count(ticks.Count), "1");
            made.Add(Base(q, "comment", QuestionKind.LongText, Joined(q.Text, FixedWords.Of(Word.Comment, survey.Languages))) with { Required = false });
        }
        else if (q.Type == "P")
        {
            TellWords(q);
            foreach (var (code, text, draft, choice) in ticks)
            {
                var comment = Base(q, code + "-comment", QuestionKind.ShortText, Joined(Joined(q.Text, text), FixedWords.Of(Word.Comment, survey.Languages)));
                variables.AddText(q, code + "comment", comment.Key);
                made.Add(comment with { Required = false, Hint = Wording.None, After = new ChoiceIs(draft, [choice]) });
            }
        }

        return made;
    }

    private List<Draft> Ticks(LssQuestion q, string ending, Wording text, IReadOnlyList<(string Code, Wording Text)> choices, int? limit)
    {
        if (choices.Count == 1)
        {
            Tell("import.oneChoice", q, choices[0].Text.In(survey.Main));
            var one = Base(q, ending, QuestionKind.YesNo, Joined(text, choices[0].Text)) with { Choices = Keyed(Words(q, ("yes", Word.Yes), ("no", Word.No))) };
            variables.AddTick(q, choices[0].Code, one.Key, "yes");
            return [one];
        }

        var keyed = Keyed(choices);
        var draft = Base(q, ending, QuestionKind.Multiple, text) with { Choices = keyed, MaxChoices = Math.Clamp(limit ?? keyed.Count, 1, keyed.Count) };
        foreach (var (part, key) in choices.Zip(keyed))
        {
            variables.AddTick(q, ending.Length == 0 ? part.Code : $"{ending}_{part.Code}", draft.Key, key.Key);
        }

        return [draft];
    }

    private List<Draft> Ranking(LssQuestion q)
    {
        var choices = Coded(q.Answers.Count > 0 ? q.Scale(0) : q.Rows);
        var most = new[] { Limit(q, "max_answers"), Limit(q, "max_subquestions") }.Min() ?? choices.Count;
        return Fits(q, choices)
            ? [Base(q, "", QuestionKind.Ranking, q.Text) with { Choices = Keyed(choices), MaxChoices = Math.Clamp(most, 1, choices.Count) }]
            : InWords(q, "", q.Text, choices);
    }

    private List<LssPart> Listed(LssQuestion q, IEnumerable<LssPart> parts)
    {
        var all = parts.ToList();
        if (all.Count == 0)
        {
            Tell("import.partsMissing", q, Short(q));
        }

        return all;
    }

    private static bool Fits(LssQuestion q, List<(string Code, Wording Text)> choices) => q.Type.Length > 0 && choices.Count is >= 2 and <= QuestionRules.MaxChoices;

    /// <summary>Choices that are too many or too few: asked in words, with the choices in the list of differences.</summary>
    private List<Draft> InWords(LssQuestion q, string ending, Wording text, List<(string Code, Wording Text)> choices)
    {
        Tell("import.choicesInWords", q, Count(choices.Count), PlainText.Shorten(string.Join("; ", choices.Select(c => c.Text.In(survey.Main))), 2000));
        var draft = Base(q, ending, QuestionKind.LongText, text);
        variables.AddText(q, ending, draft.Key);
        return [draft];
    }

    private static int? Limit(LssQuestion q, string attribute) =>
        int.TryParse(q.Attribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0 ? limit : null;

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
