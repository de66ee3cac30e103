using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Surveys.Import;

/// <summary>What a question that was carried over does not do as the file says, one difference for each cause.</summary>
internal static class QuestionDifferences
{
    public static void Add(LssSurvey survey, LssQuestion q, IReadOnlyList<Draft> drafts, List<Difference> differences)
    {
        void Tell(string code, params string[] arguments) => differences.Add(new Difference(code, q.Where, arguments));

        foreach (var (code, name, value) in AttributeReading.Left(q, drafts))
        {
            Tell(code, name, PlainText.Shorten(value, 500));
        }

        var expressions = new[] { q.Text, q.Help }.Concat(q.Subs.Concat(q.Answers).Select(p => p.Text)).Concat(q.Attributes.Values)
            .SelectMany(t => t.Expressions).Distinct(StringComparer.Ordinal).ToList();
        if (expressions.Count > 0)
        {
            Tell("import.expression", PlainText.Shorten(string.Join(" ", expressions), 500));
        }

        if (q["preg"].Length > 0)
        {
            Tell("import.validation", "preg", PlainText.Shorten(PlainText.Clean(q["preg"]), 500));
        }

        if (q["mandatory"] == "S")
        {
            Tell("import.softMandatory");
        }

        if (q.Subs.Count(s => s.Relevance is not ("" or "1")) is > 0 and var filtered)
        {
            Tell("import.partConditions", filtered.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        if (survey.Defaults.Contains(q.Id))
        {
            Tell("import.defaultValue", "defaultvalue", PlainText.Shorten(PlainText.Clean(string.Join("; ", survey.Defaults[q.Id].Distinct(StringComparer.Ordinal))), 500));
        }

        if (survey.Media.TryGetValue(q.Id, out var media))
        {
            Tell("import.media", media.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        if (q["encrypted"] == "Y" || survey.Scripted.Contains(q.Id) || q["modulename"].Length > 0)
        {
            Tell("import.script");
        }

        differences.AddRange(OfTexts(survey, q, drafts));
    }

    private static IEnumerable<Difference> OfTexts(LssSurvey survey, LssQuestion q, IReadOnlyList<Draft> drafts)
    {
        if (drafts.Any(d => d.IsTooLong) || survey.CutRaw.Contains(q.Id))
        {
            yield return new Difference("import.cut", q.Where, []);
        }

        if (q.Text.IsEmpty)
        {
            yield return new Difference("import.textMissing", q.Where, []);
        }

        if (drafts.Any(d => d.Kind == QuestionKind.Date) && q.Attribute("date_format") is { Length: > 0 } format && format.Contains('H', StringComparison.OrdinalIgnoreCase))
        {
            yield return new Difference("import.timeOfDay", q.Where, [format]);
        }
    }
}
