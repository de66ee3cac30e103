using System.Diagnostics;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.Infrastructure.Persistence;
using Medborgardialog.TestSupport.Classrooms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medborgardialog.Load;

/// <summary>
/// Whoever has the whole database cannot say which pupil gave which answer (ADR 0029): lessons again and again, and an attacker who gets
/// everything after each. The same attacker is then let loose where each pupil has a row, which it must find.
/// </summary>
internal sealed class ClassroomsTrial(InProcess app, int runs, int pupils, int rows)
{
    private const double Level = 0.001;
    private const int Absent = 3;
    private static readonly AnswerMode[] Modes = [AnswerMode.Confidential, AnswerMode.Open, AnswerMode.Anonymous];

    public async Task<int> RunAsync(TextWriter output)
    {
        foreach (var mode in Modes)
        {
            await SurveyAsync(mode);
        }

        await using var scope = app.Scope();
        var from = Stopwatch.GetTimestamp();
        var scores = await TryAsync(scope.ServiceProvider, runs, withRows: false);
        var level = Level / scores.Count;
        await output.WriteLineAsync($"{runs} lessons, {pupils} pupils, {Absent} absent, {scores.Count} strategies in {Stopwatch.GetElapsedTime(from).TotalSeconds:F0} s. A strategy differs from chance when p < {level:G2}.");
        foreach (var score in scores)
        {
            await output.WriteLineAsync($"{score.Right,6} right, {score.Expected,8:F1} by chance, p = {score.P:F3}   {score.Strategy}");
        }

        var control = (await TryAsync(scope.ServiceProvider, rows, withRows: true))[0];
        await output.WriteLineAsync($"With a row for each pupil, {rows} lessons: {control.Right} right, {control.Expected:F1} by chance ({control.Strategy}).");
        var (chance, seen) = (scores.All(s => s.P >= level), control.P < level);
        await output.WriteLineAsync(chance && seen ? "No better than chance." : chance ? "The attacker sees nothing at all: the trial says nothing." : "Linked.");
        return chance && seen ? 0 : 1;
    }

    private async Task<IReadOnlyList<StrategyScore>> TryAsync(IServiceProvider services, int count, bool withRows)
    {
        var trial = new ClassroomTrial(services, pupils, Absent);
        for (var run = 0; run < count; run++)
        {
            await trial.RunAsync(run, SlugOf(Modes[run / 3 % Modes.Length]), withRows);
        }

        return trial.Scores();
    }

    private async Task SurveyAsync(AnswerMode mode)
    {
        await using var scope = app.Scope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = TimeProvider.System.GetUtcNow();
        var committee = await db.Set<Domain.Organisation.Committee>().FirstAsync();
        var survey = new Survey(SlugOf(mode), "Hur mår du i skolan?", Guid.CreateVersion7(), now.AddDays(-20));
        survey.WriteTexts("Hur mår du i skolan?", "Skolan", "Nämnden vill veta.", "", "");
        survey.SetCommittee(committee.Id, "Lena Provberg", "0980-319 200");
        survey.SetWho("Alla i årskurs 8", AssuranceLevel.LetterCode, mode, highProtection: true, SampleDesign.TotalSurvey, 500, null);
        survey.SetChannels("Ring så skriver vi.", "Vi räknar svaren.");
        survey.SetTimes(new SurveyTimes(now.AddDays(-1), now.AddDays(2), now.AddDays(3), now.AddDays(30).SwedishDate()));
        var questionnaire = new Questionnaire(survey.Id);
        survey.Ask(questionnaire, [new Question { Key = "nojd", Kind = QuestionKind.Single, Section = "Nöjd", Text = "Hur nöjd är du?", Headline = true, Choices = [new("1", "Inte"), new("2", "Sådär"), new("3", "Mycket", Positive: true)] }], experience: null);
        survey.SendForReview(Guid.CreateVersion7(), questionnaire);
        if (survey.Approve(Guid.CreateVersion7(), questionnaire, committee.Name, now.AddDays(-2)).Error is { } error)
        {
            throw new LoadException(error.Code);
        }

        db.AddRange(survey, questionnaire);
        await db.SaveChangesAsync();
    }

    private static string SlugOf(AnswerMode mode) => $"skolan-{(int)mode}";
}
