using System.Globalization;
using Medborgardialog.Domain.Common;
using static Medborgardialog.Application.Surveys.Import.LssSurvey;

namespace Medborgardialog.Application.Surveys.Import;

/// <summary>What belongs to the survey as a whole, or to a group, and is not carried over.</summary>
internal static class SurveyDifferences
{
    /// <summary>Tables that are read, or that say only how things look.</summary>
    private static readonly HashSet<string> _known = new(
        [
            "surveys", "surveys_languagesettings", "groups", "group_l10ns", "questions", "question_l10ns", "subquestions", "answers", "answer_l10ns",
            "question_attributes", "conditions", "defaultvalues", "defaultvalue_l10ns", "languages", "themes", "themes_inherited",
        ],
        StringComparer.Ordinal);

    public static List<Difference> Of(LssTables tables, LssSurvey survey)
    {
        var differences = new List<Difference>();
        void Tell(string code, params string[] arguments) => differences.Add(new Difference(code, "", arguments));

        foreach (var table in tables.Names.Where(t => !_known.Contains(t)).Order(StringComparer.Ordinal))
        {
            Tell(table.StartsWith("quota", StringComparison.Ordinal) ? "import.quota" : "import.table", PlainText.Shorten(table, 60), tables[table].Count.ToString(CultureInfo.InvariantCulture));
        }

        differences.AddRange(OfSettings(tables, survey));
        if (tables["surveys_languagesettings"].Any(r => Value(r, "surveyls_email_invite").Length > 0))
        {
            Tell("import.mails");
        }

        if (survey.Languages.Count > 1)
        {
            Tell("import.titleLanguages", string.Join(", ", survey.Languages.Where(l => l != survey.Main[0])));
        }

        if (survey.Questions.Any(q => q.Type is "T" or "U" or "S" or "Q" or ";"))
        {
            Tell("import.textLimit");
        }

        if (survey.Orphans > 0)
        {
            Tell("import.orphans", survey.Orphans.ToString(CultureInfo.InvariantCulture));
        }

        if (survey.Media.GetValueOrDefault("") is > 0 and var media)
        {
            Tell("import.media", media.ToString(CultureInfo.InvariantCulture));
        }

        var texts = new[] { "surveyls_title", "surveyls_description", "surveyls_welcometext" }.Select(survey.SurveyText).ToList();
        if (texts.SelectMany(t => t.Expressions).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } expressions)
        {
            Tell("import.expression", PlainText.Shorten(string.Join(" ", expressions), 500));
        }

        if (survey.CutRaw.Contains("") || texts[0].IsLonger(200) || texts.Skip(1).Sum(t => t.In(survey.Main).Length) > 3998)
        {
            Tell("import.cut");
        }

        differences.AddRange(survey.UsedGroups.SelectMany(OfGroup));
        return differences;
    }

    private static IEnumerable<Difference> OfSettings(LssTables tables, LssSurvey survey)
    {
        var row = tables["surveys"][0];
        foreach (var setting in new[] { "assessments", "startdate", "expires", "usetokens", "showsurveypolicynotice" }.Where(s => Value(row, s) is not ("" or "N" or "0")))
        {
            yield return new Difference("import.surveySetting", "", [setting, PlainText.Shorten(PlainText.Clean(Value(row, setting)), 100)]);
        }

        foreach (var column in new[] { "surveyls_endtext", "surveyls_url", "surveyls_policy_notice" })
        {
            if (survey.SurveyText(column).In(survey.Main) is { Length: > 0 } text)
            {
                yield return new Difference("import.surveyText", "", [column["surveyls_".Length..], PlainText.Shorten(text, 1000)]);
            }
        }
    }

    private static IEnumerable<Difference> OfGroup(LssGroup group)
    {
        if (Value(group.Row, "randomization_group").Trim().Length > 0)
        {
            yield return new Difference("import.randomOrder", group.Name, ["randomization_group", PlainText.Clean(Value(group.Row, "randomization_group"))]);
        }

        if (group.Description.Expressions.Concat(group.Title.Expressions).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } found)
        {
            yield return new Difference("import.expression", group.Name, [PlainText.Shorten(string.Join(" ", found), 500)]);
        }
    }
}
