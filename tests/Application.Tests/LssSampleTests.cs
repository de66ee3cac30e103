using System.Xml.Linq;
using Medborgardialog.Application.Surveys.Import;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.TestSupport;
using Xunit;

namespace Medborgardialog.Application.Tests;

/// <summary>Two sample surveys of LimeSurvey itself, which lie beside the project and are never part of it.</summary>
public class LssSampleTests
{
    private const string English = "ls205_sample_survey_english.lss";
    private const string FiveLanguages = "ls6_sample_survey_multilingual_fr_de_en_it_ru.lss";

    [Theory]
    [InlineData(English)]
    [InlineData(FiveLanguages)]
    public void Every_question_of_the_file_is_asked_or_listed(string name)
    {
        var (survey, file) = Import(name);

        var codes = file.Root!.Element("questions")!.Element("rows")!.Elements("row").Where(r => r.Element("parent_qid")!.Value == "0")
            .Select(r => r.Element("title")!.Value).Distinct(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(codes);
        Assert.Null(QuestionRules.Fault(survey.Questions));
        Assert.All(codes, code => Assert.True(
            survey.Questions.Any(q => (q.Key + "-").StartsWith(code + "-", StringComparison.OrdinalIgnoreCase))
            || survey.Differences.Any(d => d.Where.EndsWith(" / " + code, StringComparison.Ordinal) && d.Code is "import.typeLeft" or "import.displayLeft" or "import.displayAsHint" or "import.tooManyQuestions"),
            code));
    }

    /// <summary>The figures of filters, sums, patterns, least numbers, displays, defaults and types are those of the XML, counted apart.</summary>
    [Theory]
    [InlineData(
        English, "",
        "Single:7 Multiple:15 ShortText:29 LongText:34 Scale:2 YesNo:4 Ranking:4 Number:59 Date:1 Battery:39",
        "arrayFilter:23 attribute:11 cellsMerged:11 condition:3 cut:1 defaultValue:5 displayLeft:11 expression:23 groupCondition:1 groupText:10 groupTextLeft:2 hidden:1 mails:1 minAnswers:6 split:1 sumRule:12 surveyText:1 textLimit:1 typeLeft:4 validation:8")]
    [InlineData(
        FiveLanguages, "fr de-x-informal it ru",
        "Single:5 Multiple:10 ShortText:31 LongText:4 Scale:1 YesNo:3 Ranking:2 Number:33 Date:2 Battery:16",
        "arrayFilter:2 attribute:8 condition:2 defaultValue:3 displayAsHint:3 displayLeft:8 exclusiveChoice:1 groupText:6 mails:1 minAnswers:2 randomOrder:3 sumRule:2 surveyText:3 textLimit:1 titleLanguages:1 typeLeft:1")]
    public void The_questions_and_the_differences_are_those_of_the_file(string name, string languages, string kinds, string differences)
    {
        var (survey, _) = Import(name);

        Assert.Equal(("en", languages), (survey.BaseLanguage, string.Join(' ', survey.Languages)));
        Assert.Equal(kinds, string.Join(' ', survey.Questions.GroupBy(q => q.Kind).OrderBy(g => g.Key).Select(g => $"{g.Key}:{g.Count()}")));
        Assert.Equal(
            differences,
            string.Join(' ', survey.Differences.GroupBy(d => d.Code["import.".Length..]).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key}:{g.Count()}")));
    }

    private static (ImportedSurvey Survey, XDocument File) Import(string name)
    {
        var path = SampleSurveys.Find(name);
        Assert.SkipWhen(path is null, SampleSurveys.Missing);
        using var stream = File.OpenRead(path);
        var read = LssReader.Read(stream);
        Assert.True(read.IsSuccess, read.Error?.Code);
        return (read.Value, XDocument.Load(path));
    }
}
