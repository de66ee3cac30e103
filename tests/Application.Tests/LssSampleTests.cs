using System.Xml.Linq;
using Medborgardialog.Application.Surveys.Import;
using Medborgardialog.Domain.Ballots;
using Xunit;

namespace Medborgardialog.Application.Tests;

/// <summary>Two sample surveys of LimeSurvey itself, which lie beside the project and are never part of it.</summary>
public class LssSampleTests(ITestOutputHelper output)
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
        Write(survey);
    }

    private void Write(ImportedSurvey survey)
    {
        output.WriteLine($"{survey.Title} | {survey.BaseLanguage} | {string.Join(' ', survey.Languages)} | {survey.Questions.Count}");
        output.WriteLine(string.Join(' ', survey.Questions.GroupBy(q => q.Kind).OrderBy(g => g.Key).Select(g => $"{g.Key}:{g.Count()}")));
        output.WriteLine(string.Join(' ', survey.Differences.GroupBy(d => d.Code).OrderBy(g => g.Key).Select(g => $"{g.Key}:{g.Count()}")));
        foreach (var difference in survey.Differences)
        {
            output.WriteLine($"{difference.Code} | {difference.Where} | {string.Join(" | ", difference.Arguments)}"[..Math.Min(160, difference.Code.Length + difference.Where.Length + 6 + string.Join(" | ", difference.Arguments).Length)]);
        }
    }

    private static (ImportedSurvey Survey, XDocument File) Import(string name)
    {
        var path = Find(name);
        Assert.SkipWhen(path is null, "The sample surveys do not lie beside the project (shared/data/limesurvey).");
        using var stream = File.OpenRead(path);
        var read = LssReader.Read(stream);
        Assert.True(read.IsSuccess, read.Error?.Code);
        return (read.Value, XDocument.Load(path));
    }

    private static string? Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", "limesurvey", name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
