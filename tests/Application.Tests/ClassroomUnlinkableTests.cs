using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Medborgardialog.TestSupport.Classrooms;
using Xunit;

namespace Medborgardialog.Application.Tests;

/// <summary>
/// Whoever has the whole database cannot say which pupil gave which answer. A few lessons here; two hundred with
/// <c>dotnet run --project tests/Load -- classrooms</c>.
/// </summary>
public class ClassroomUnlinkableTests : UseCaseTest
{
    /// <summary>Divided by the number of strategies that are tried.</summary>
    private const double Level = 0.00001;

    public ClassroomUnlinkableTests() => User.Roles.Add(Role.Officer);

    [Fact]
    public async Task A_dump_of_the_database_links_attendance_and_answers_no_better_than_chance()
    {
        var trial = new ClassroomTrial(Services, pupils: 20, absent: 3);
        AnswerMode[] modes = [AnswerMode.Confidential, AnswerMode.Open, AnswerMode.Anonymous];
        foreach (var mode in modes)
        {
            await Data.SurveyAsync(mode, slug: $"klass-{(int)mode}", questions: [TestData.SurveyQuestions[0]]);
        }

        for (var run = 0; run < 9; run++)
        {
            await trial.RunAsync(run, $"klass-{(int)modes[run / 3]}");
        }

        var scores = trial.Scores();
        Assert.InRange(scores.Count, 15, 60);
        Assert.All(scores, s => Assert.True(s.P > Level / scores.Count, s.ToString()));
    }

    [Fact]
    public async Task The_same_attacker_finds_them_where_each_pupil_has_a_row()
    {
        var trial = new ClassroomTrial(Services, pupils: 20, absent: 3);
        await Data.SurveyAsync(slug: "klass", questions: [TestData.SurveyQuestions[0]]);

        for (var run = 0; run < 3; run++)
        {
            await trial.RunAsync(run * 3, "klass", withRows: true);
        }

        var best = trial.Scores()[0];
        Assert.True(best.P < Level / 1000 && best.Right > 30, best.ToString());
    }
}
