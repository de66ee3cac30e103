using System.Globalization;
using System.Text.RegularExpressions;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Surveys.Import;

/// <summary>
/// Reads survey definitions of LimeSurvey (<c>.lss</c>, XML), with the texts beside the questions (version 1 and 2) or in tables of
/// their own (version 4 and later). What is not carried over is listed; nothing is dropped in silence.
/// </summary>
public static partial class LssReader
{
    /// <param name="stream">The file, at most 20 MB, UTF-8 unless it says otherwise. Everything in it is untrusted.</param>
    /// <returns>
    /// A survey that <see cref="QuestionRules.Fault"/> finds nothing in. Errors: <see cref="LssEmpty"/>, <see cref="LssTooLarge"/>,
    /// <see cref="LssEncodingWrong"/>, <see cref="LssDoctypeRefused"/>, <see cref="LssNotXml"/>, <see cref="LssTooDeep"/>, <see cref="LssNotASurvey"/>.
    /// </returns>
    public static Result<ImportedSurvey> Read(Stream stream)
    {
        var tables = LssTables.Read(stream);
        if (!tables.IsSuccess)
        {
            return tables.Error;
        }

        var survey = new LssSurvey(tables.Value);
        var differences = SurveyDifferences.Of(tables.Value, survey);
        var tags = Tags(survey, differences);
        var (drafts, variables, made) = Drafts(survey, compact: false);
        if (drafts.Count > QuestionRules.MaxQuestions || drafts.Sum(d => d.Pages) > QuestionRules.MaxSteps)
        {
            (drafts, variables, made) = Drafts(survey, compact: true);
        }

        differences.AddRange(made);
        var kept = Within(drafts, differences);
        var questions = new ConditionSetter(survey, variables, differences).Set(kept, tags);
        return new ImportedSurvey(
            PlainText.Shorten(survey.SurveyText("surveyls_title").In(survey.Main).Replace('\n', ' '), 198),
            PlainText.Shorten(Description(survey), 3998),
            Tag(survey.Main[0]) ?? "und", [.. tags.Values], questions, Sorted(differences, survey));
    }

    private static string Description(LssSurvey survey) => string.Join(
        "\n\n", new[] { "surveyls_description", "surveyls_welcometext" }.Select(c => survey.SurveyText(c).In(survey.Main)).Where(t => t.Length > 0));

    /// <summary>Of the languages apart from the main one. A tag that is no tag, or that two languages share, is listed and left.</summary>
    private static Dictionary<string, string> Tags(LssSurvey survey, List<Difference> differences)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var language in survey.Languages.Where(l => l != survey.Main[0]))
        {
            if (Tag(language) is { } tag && tag != Tag(survey.Main[0]) && !tags.ContainsValue(tag))
            {
                tags[language] = tag;
            }
            else
            {
                differences.Add(new Difference("import.languageLeft", "", [language]));
            }
        }

        return tags;
    }

    /// <summary><c>de-informal</c> and its like are no tags of BCP 47, where a private part begins with x.</summary>
    private static string? Tag(string language)
    {
        var tag = language.Replace("-informal", "-x-informal", StringComparison.Ordinal).Replace("-easy", "-x-easy", StringComparison.Ordinal);
        return LanguageTag.IsMatch(tag) ? tag : null;
    }

    private static (List<Draft> Drafts, Variables Variables, List<Difference> Differences) Drafts(LssSurvey survey, bool compact)
    {
        var (drafts, differences, variables) = (new List<Draft>(), new List<Difference>(), new Variables(survey.Id));
        var maker = new DraftMaker(survey, variables, differences, compact);
        var hints = new HintText(survey, differences);
        foreach (var question in survey.Questions)
        {
            var made = maker.Make(question);
            if (question.Type == "X")
            {
                hints.Keep(question);
            }
            else if (made.Count > 0)
            {
                made = hints.Put(made);
                QuestionDifferences.Add(survey, question, made, differences);
            }

            drafts.AddRange(made);
        }

        hints.End();
        return (drafts, variables, differences);
    }

    /// <summary>The first questions that a dialogue has room for; each that is left is listed.</summary>
    private static List<Draft> Within(List<Draft> drafts, List<Difference> differences)
    {
        var (kept, pages) = (new List<Draft>(), 0);
        var left = new Dictionary<string, (LssQuestion Source, int Count)>(StringComparer.Ordinal);
        foreach (var draft in drafts)
        {
            if (left.Count > 0 || kept.Count == QuestionRules.MaxQuestions || pages + draft.Pages > QuestionRules.MaxSteps)
            {
                left[draft.Source.Id] = (draft.Source, left.GetValueOrDefault(draft.Source.Id).Count + 1);
                continue;
            }

            kept.Add(draft);
            pages += draft.Pages;
        }

        differences.AddRange(left.Values.Select(l => new Difference(
            "import.tooManyQuestions", l.Source.Where,
            [l.Count.ToString(CultureInfo.InvariantCulture), QuestionRules.MaxQuestions.ToString(CultureInfo.InvariantCulture), PlainText.Shorten(l.Source.Text.In([]), 300)])));
        return kept;
    }

    /// <summary>The survey first, then as the questions come.</summary>
    private static List<Difference> Sorted(List<Difference> differences, LssSurvey survey)
    {
        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var place in survey.Questions.SelectMany(q => new[] { q.Group.Name, q.Where }))
        {
            order.TryAdd(place, order.Count);
        }

        return [.. differences.OrderBy(d => d.Where.Length == 0 ? -1 : order.GetValueOrDefault(d.Where, int.MaxValue))];
    }

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex LanguageTag { get; }
}
