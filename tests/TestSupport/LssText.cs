namespace Medborgardialog.TestSupport;

/// <summary>Writes small survey files of our own, in the form of version 2 or of version 6.</summary>
public sealed record LssText(bool Old)
{
    public const string Types = "LO5YGMPRNKQSTUDABCEFH1;:X|*I!";

    public string Survey(string questions, string languages = "", string group = "")
    {
        var texts = $"<row>{F("gid", "1")}{F("group_name", "Group one")}{F("description", "")}{F("language", "en")}</row>";
        var groups = Old
            ? $"<groups><rows><row>{F("gid", "1")}{F("group_order", "0")}{F("grelevance", group)}{F("group_name", "Group one")}{F("description", "")}{F("language", "en")}</row></rows></groups>"
            : $"<groups><rows><row>{F("gid", "1")}{F("group_order", "0")}{F("grelevance", group)}</row></rows></groups><group_l10ns><rows>{texts}</rows></group_l10ns>";
        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <document><LimeSurveyDocType>Survey</LimeSurveyDocType><DBVersion>{(Old ? 177 : 498)}</DBVersion>
            <surveys><rows><row>{F("sid", "7")}{F("language", "en")}{F("additional_languages", languages)}</row></rows></surveys>
            <surveys_languagesettings><rows><row>{F("surveyls_language", "en")}{F("surveyls_title", "Title")}</row></rows></surveys_languagesettings>
            {groups}{questions}</document>
            """;
    }

    public string Question(
        string id, string type, string code, string text, string[]? parts = null, string[]? columns = null, string other = "N", string relevance = "1",
        string extra = "")
    {
        var row = F("qid", id) + F("parent_qid", "0") + F("gid", "1") + F("type", type) + F("title", code) + F("other", other)
            + F("mandatory", "N") + F("question_order", id) + F("relevance", relevance);
        var words = F("question", text) + F("help", "") + F("language", "en");
        var main = Old ? Table("questions", row + words) : Table("questions", row) + Table("question_l10ns", F("qid", id) + words);
        var isAnswers = type is "L" or "!" or "O" or "R";
        var subs = isAnswers ? "" : string.Concat((parts ?? []).Select((p, i) => Sub(id, p, 0, i))) + string.Concat((columns ?? []).Select((c, i) => Sub(id, c, 1, i)));
        var answers = isAnswers || type is "F" or "H" or "1"
            ? string.Concat((parts ?? []).SelectMany((p, i) => new[] { 0, 1 }.Where(s => s == 0 || type == "1").Select(s => Answer(id, p, s, i)))) : "";
        return main + subs + answers + extra;
    }

    public static string Attribute(string question, string name, string value) =>
        Table("question_attributes", F("qid", question) + F("attribute", name) + F("value", value));

    public static string Condition(string question, string field, string method, string value, string about, string scenario) => Table(
        "conditions", F("qid", question) + F("cqid", about) + F("cfieldname", field) + F("method", method) + F("value", value) + F("scenario", scenario));

    public static string Words(string id, string language, string text) => Table("question_l10ns", F("qid", id) + F("question", text) + F("language", language));

    private string Sub(string question, string code, int scale, int order)
    {
        var id = $"{question}{scale}{order}";
        var row = F("qid", id) + F("parent_qid", question) + F("title", code) + F("question_order", $"{order}") + F("scale_id", $"{scale}");
        var words = F("question", "Text " + code) + F("language", "en");
        return Old ? Table("subquestions", row + words) : Table("subquestions", row) + Table("question_l10ns", F("qid", id) + words);
    }

    private string Answer(string question, string code, int scale, int order)
    {
        var id = $"{question}{scale}{order}";
        var row = F("aid", id) + F("qid", question) + F("code", code) + F("sortorder", $"{order}") + F("scale_id", $"{scale}");
        var words = F("answer", "Text " + code) + F("language", "en");
        return Old ? Table("answers", row + words) : Table("answers", row) + Table("answer_l10ns", F("aid", id) + words);
    }

    private static string Table(string name, string row) => $"<{name}><rows><row>{row}</row></rows></{name}>";

    private static string F(string name, string value) => $"<{name}><![CDATA[{value}]]></{name}>";
}
