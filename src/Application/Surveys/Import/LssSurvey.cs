using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Surveys.Import;

/// <summary>A subquestion or an answer. <paramref name="Scale"/> parts rows (0) from columns (1), and the two scales of a dual array.</summary>
internal sealed record LssPart(string Id, string Code, int Scale, int Order, Wording Text, string Relevance);

/// <summary>A question as the file has it, whatever its version.</summary>
internal sealed record LssQuestion(string Id, string Code, string Type, LssGroup Group, Wording Text, Wording Help, IReadOnlyDictionary<string, string> Row)
{
    public List<LssPart> Subs { get; } = [];

    public List<LssPart> Answers { get; } = [];

    /// <summary>Values by attribute; in more than one language only where the attribute is a text.</summary>
    public SortedDictionary<string, Wording> Attributes { get; } = new(StringComparer.Ordinal);

    public string Where => $"{Group.Name} / {Code}";

    public bool HasOther => this["other"] == "Y";

    public bool IsMandatory => this["mandatory"] == "Y";

    /// <summary>Value of a column, or empty.</summary>
    public string this[string column] => Row.GetValueOrDefault(column, "").Trim();

    /// <summary>Value of an attribute that is the same in every language, or empty.</summary>
    public string Attribute(string name) => Attributes.TryGetValue(name, out var value) ? value.In([]).Trim() : "";

    public IEnumerable<LssPart> Rows => Subs.Where(s => s.Scale == 0);

    public IEnumerable<LssPart> Columns => Subs.Where(s => s.Scale == 1);

    public IEnumerable<LssPart> Scale(int scale) => Answers.Where(a => a.Scale == scale);
}

internal sealed record LssGroup(string Id, string Name, Wording Title, Wording Description, IReadOnlyDictionary<string, string> Row);

/// <summary>
/// The survey of an .lss file put together: to version 2 of LimeSurvey each language has its own rows, from version 4 the texts lie in
/// tables of their own (<c>question_l10ns</c>, <c>answer_l10ns</c>, <c>group_l10ns</c>).
/// </summary>
internal sealed class LssSurvey
{
    private readonly LssTables _tables;
    private readonly Dictionary<string, LssQuestion> _byId = new(StringComparer.Ordinal);

    public LssSurvey(LssTables tables)
    {
        _tables = tables;
        var survey = tables["surveys"][0];
        Id = Value(survey, "sid");
        var written = Value(survey, "language") is { Length: > 0 } language ? language : "en";
        var all = new[] { written }.Concat(Value(survey, "additional_languages").Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal).ToList();
        Languages = all;
        var swedish = all.Find(l => l == "sv") ?? all.Find(l => l.StartsWith("sv-", StringComparison.Ordinal)) ?? written;
        Main = [swedish, written];
        var groups = Groups();
        ReadQuestions(groups);
        ReadParts();
        ReadAttributes();
        Conditions = tables["conditions"].ToLookup(r => Value(r, "qid"), StringComparer.Ordinal);
        var defaults = tables["defaultvalue_l10ns"].ToLookup(r => Value(r, "dvid"), r => Value(r, "defaultvalue"), StringComparer.Ordinal);
        Defaults = tables["defaultvalues"]
            .SelectMany(r => (r.TryGetValue("defaultvalue", out var own) ? [own] : defaults[Value(r, "dvid")]).Select(v => (Question: Value(r, "qid"), Value: v)))
            .Where(d => d.Value.Length > 0)
            .ToLookup(d => d.Question, d => d.Value, StringComparer.Ordinal);
        Scripted = [.. tables["question_l10ns"].Where(r => Value(r, "script").Length > 0).Select(r => Value(r, "qid"))];
        Questions = [.. _byId.Values.OrderBy(q => GroupOrder(q)).ThenBy(q => Number(q.Row, "question_order")).ThenBy(q => Number(q.Row, "qid"))];
        UsedGroups = [.. groups.Values.OrderBy(g => Number(g.Row, "group_order"))];
    }

    public string Id { get; }

    /// <summary>The language of the main texts, then the one that the survey was written in.</summary>
    public IReadOnlyList<string> Main { get; }

    /// <summary>Every language that the survey says it has, by the codes of the file.</summary>
    public IReadOnlyList<string> Languages { get; }

    public IReadOnlyList<LssQuestion> Questions { get; }

    public IReadOnlyList<LssGroup> UsedGroups { get; }

    /// <summary>Rows of conditions in the older form, by the id of the question they are for.</summary>
    public ILookup<string, Dictionary<string, string>> Conditions { get; }

    public ILookup<string, string> Defaults { get; }

    /// <summary>Ids of questions with a script of their own.</summary>
    public HashSet<string> Scripted { get; }

    /// <summary>Elements of text left out of all texts read so far, such as pictures, by question id or empty.</summary>
    public Dictionary<string, int> Media { get; } = new(StringComparer.Ordinal);

    /// <summary>Rows that belong to no question.</summary>
    public int Orphans { get; private set; }

    /// <summary>Texts cut at <see cref="HtmlText.MaxRaw"/> before they were read, by question id or empty.</summary>
    public HashSet<string> CutRaw { get; } = new(StringComparer.Ordinal);

    public Wording SurveyText(string column) => Read("", _tables["surveys_languagesettings"].Select(r => (Value(r, "surveyls_language"), Value(r, column))));

    private static decimal GroupOrder(LssQuestion question) => Number(question.Group.Row, "group_order") is var order && question.Group.Id.Length > 0 ? order : decimal.MaxValue;

    private Dictionary<string, LssGroup> Groups()
    {
        var texts = _tables["group_l10ns"].Concat(_tables["groups"]).Where(r => r.ContainsKey("group_name")).ToLookup(r => Value(r, "gid"), StringComparer.Ordinal);
        var groups = new Dictionary<string, LssGroup>(StringComparer.Ordinal);
        foreach (var row in _tables["groups"].Where(r => !groups.ContainsKey(Value(r, "gid"))))
        {
            var id = Value(row, "gid");
            var title = Read("", texts[id].Select(r => (Value(r, "language"), Value(r, "group_name")))).Map(OneLine);
            groups[id] = new LssGroup(id, title.In(Main), title, Read("", texts[id].Select(r => (Value(r, "language"), Value(r, "description")))), row);
        }

        return groups;
    }

    private void ReadQuestions(Dictionary<string, LssGroup> groups)
    {
        var texts = Texts();
        var none = new LssGroup("", "", Wording.None, Wording.None, new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var row in _tables["questions"].Where(r => Value(r, "parent_qid") is "" or "0" && !_byId.ContainsKey(Value(r, "qid"))))
        {
            var id = Value(row, "qid");
            var group = groups.GetValueOrDefault(Value(row, "gid"), none);
            _byId[id] = new LssQuestion(
                id, OneLine(HtmlText.Of(Value(row, "title")).Text), Value(row, "type").Trim(), group,
                Read(id, texts[id].Select(r => (Value(r, "language"), Value(r, "question")))),
                Read(id, texts[id].Select(r => (Value(r, "language"), Value(r, "help")))), row);
        }
    }

    private ILookup<string, Dictionary<string, string>> Texts() => _tables["question_l10ns"].Concat(_tables["questions"]).Concat(_tables["subquestions"])
        .Where(r => r.ContainsKey("language")).ToLookup(r => Value(r, "qid"), StringComparer.Ordinal);

    private void ReadParts()
    {
        var texts = Texts();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in _tables["subquestions"].Concat(_tables["questions"].Where(r => Value(r, "parent_qid") is not ("" or "0"))))
        {
            var id = Value(row, "qid");
            if (!_byId.TryGetValue(Value(row, "parent_qid"), out var question))
            {
                Orphans++;
            }
            else if (seen.Add(id))
            {
                question.Subs.Add(new LssPart(
                    id, OneLine(PlainText.Clean(Value(row, "title"))), (int)Number(row, "scale_id"), (int)Number(row, "question_order"),
                    Read(question.Id, texts[id].Select(r => (Value(r, "language"), Value(r, "question")))).Map(OneLine), Value(row, "relevance").Trim()));
            }
        }

        var answers = _tables["answer_l10ns"].ToLookup(r => Value(r, "aid"), StringComparer.Ordinal);
        foreach (var same in _tables["answers"].GroupBy(r => (Question: Value(r, "qid"), Code: OneLine(PlainText.Clean(Value(r, "code"))), Scale: (int)Number(r, "scale_id"))))
        {
            if (!_byId.TryGetValue(same.Key.Question, out var question))
            {
                Orphans += same.Count();
                continue;
            }

            var words = same.SelectMany(r => r.ContainsKey("answer") ? [r] : answers[Value(r, "aid")]).Select(r => (Value(r, "language"), Value(r, "answer")));
            question.Answers.Add(new LssPart(
                "", same.Key.Code, same.Key.Scale, (int)Number(same.First(), "sortorder"), Read(question.Id, words).Map(OneLine), ""));
        }

        foreach (var parts in _byId.Values.SelectMany(q => new[] { q.Subs, q.Answers }))
        {
            var sorted = parts.OrderBy(p => p.Order).ToList();
            parts.Clear();
            parts.AddRange(sorted);
        }
    }

    private void ReadAttributes()
    {
        foreach (var same in _tables["question_attributes"].GroupBy(r => (Question: Value(r, "qid"), Name: Value(r, "attribute").Trim())))
        {
            if (!_byId.TryGetValue(same.Key.Question, out var question))
            {
                Orphans += same.Count();
                continue;
            }

            question.Attributes[same.Key.Name] = Read(question.Id, same.Select(r => (Value(r, "language"), Value(r, "value")))).Map(OneLine);
        }
    }

    /// <summary>Plain texts by language; a row without a language holds for the one the survey was written in. The first of two wins.</summary>
    private Wording Read(string question, IEnumerable<(string Language, string Text)> rows)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (language, raw) in rows)
        {
            var (text, media) = HtmlText.Of(raw);
            if (raw.Length > HtmlText.MaxRaw)
            {
                CutRaw.Add(question);
            }

            if (texts.TryAdd(language.Length == 0 ? Main[^1] : language, text) && media > 0 && (language.Length == 0 || language == Main[^1]))
            {
                Media[question] = Media.GetValueOrDefault(question) + media;
            }
        }

        return new Wording(texts);
    }

    public static string Value(IReadOnlyDictionary<string, string> row, string column) => row.GetValueOrDefault(column, "");

    private static string OneLine(string text) => text.Replace('\n', ' ').Replace('\t', ' ');

    private static decimal Number(IReadOnlyDictionary<string, string> row, string column) =>
        int.TryParse(Value(row, column), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
}
