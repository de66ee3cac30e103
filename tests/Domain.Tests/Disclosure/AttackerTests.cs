using System.Collections.Concurrent;
using System.Globalization;
using Medborgardialog.Domain.Disclosure;
using Xunit;

namespace Medborgardialog.Domain.Tests.Disclosure;

/// <summary>
/// P-22 in its first form: an attacker that shares nothing with the protection but the records that are published, with full
/// knowledge of everyone's background, without and with knowledge of who answered what.
/// </summary>
public class AttackerTests(ITestOutputHelper output)
{
    /// <summary>How many surveys: few enough for every commit, or as many as the long trial asks for (docs/disclosure.md).</summary>
    private static readonly int Surveys =
        int.TryParse(Environment.GetEnvironmentVariable("ATTACKED_SURVEYS"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 200;

    [Fact]
    public void An_attacker_isolates_nobody_in_generated_surveys()
    {
        var found = new ConcurrentBag<string>();
        var (tables, shown) = (0, 0);
        Parallel.For(0, Surveys, seed =>
        {
            var answers = GeneratedSurvey.Make(seed);
            var published = SurveyProtection.Protect(answers, ProtectionLimits.For(seed % 4 == 0)).Value!;
            foreach (var finding in Attack(answers, published))
            {
                found.Add($"{seed}: {finding.How}, {finding.Question}, {finding.Persons.Length} persons, choice {finding.Choice} = {finding.Value}");
            }

            Interlocked.Add(ref tables, published.Questions.Sum(q => q.Tables.Count));
            Interlocked.Add(ref shown, published.Questions.Sum(q => q.Tables.Count(t => t.Reason is null)));
        });

        output.WriteLine($"{shown} of {tables} tables shown");
        Assert.Equal("", string.Join(Environment.NewLine, found.Order(StringComparer.Ordinal).Take(20)));
        Assert.InRange(shown, tables / 4, tables);
        if (Environment.GetEnvironmentVariable("ATTACK_FIGURES") is not null)
        {
            PrintFigures();
        }
    }

    /// <summary>The attacker has teeth: against the usual rule it finds somebody nearly always, and all that it claims is true.</summary>
    [Fact]
    public void The_same_attacker_isolates_many_under_the_usual_rule()
    {
        var (isolated, known) = (0, 0);
        Parallel.For(0, Surveys / 4, seed =>
        {
            var answers = GeneratedSurvey.Make(seed);
            var findings = Attack(answers, UsualRule.Publish(answers, ProtectionLimits.Standard)).ToList();

            Assert.All(findings.Where(f => f.Value is not null), f => Assert.Equal(f.Value, True(answers, f)));
            Interlocked.Add(ref isolated, findings.Exists(f => f.Value is null) ? 1 : 0);
            Interlocked.Add(ref known, findings.Exists(f => f.Value is not null) ? 1 : 0);
        });

        output.WriteLine($"of {Surveys / 4}: a set isolated in {isolated}, an answer known in {known}");
        Assert.InRange(isolated, Surveys / 8, Surveys / 4);
        Assert.InRange(known, Surveys / 8, Surveys / 4);
    }

    /// <summary>
    /// The table of docs/disclosure.md. Three variables, at most four questions, 300 surveys a row; shares of surveys where something
    /// was found.
    /// </summary>
    private void PrintFigures()
    {
        const int Each = 300;
        output.WriteLine("n | usual: person determined | usual: 1-4 isolated | usual: answer known | gate, exact: person | gate, exact: under 10 | gate: answer known | tables shown of 3 | base 3 of shown");
        foreach (var n in new[] { 15, 25, 40, 80, 200, 600 })
        {
            var usual = new ConcurrentBag<List<Finding>>();
            var gate = new ConcurrentBag<List<Finding>>();
            var tables = new ConcurrentBag<PublishedTable>();
            Parallel.For(0, Each, seed =>
            {
                var answers = GeneratedSurvey.Make((1000 * n) + seed, n, variables: 3);
                var published = SurveyProtection.Protect(answers, ProtectionLimits.Standard).Value!;
                usual.Add([.. Attack(answers, UsualRule.Publish(answers, ProtectionLimits.Standard), fewer: 5)]);
                gate.Add([.. Attack(answers, published)]);
                published.Questions.SelectMany(q => q.Tables).ToList().ForEach(tables.Add);
            });
            var shown = tables.Where(t => t.Reason is null).ToList();
            string[] row =
            [
                Share(usual, IsPerson), Share(usual, f => f.Value is null), Share(usual, f => f.Value is not null),
                Share(gate, IsPerson), Share(gate, f => f.Value is null), Share(gate, f => f.Value is not null),
                (3.0 * shown.Count / tables.Count).ToString("0.0", CultureInfo.InvariantCulture),
                Percent(shown.Count(t => t.RoundingBase == 3), shown.Count),
            ];
            output.WriteLine($"{n} | {string.Join(" | ", row)}");
        }

        static bool IsPerson(Finding finding) => finding is { How: "algebra", Persons.Length: 1 };

        static string Share(ConcurrentBag<List<Finding>> surveys, Predicate<Finding> which) => Percent(surveys.Count(s => s.Exists(which)), surveys.Count);

        static string Percent(int part, int whole) => (100.0 * part / Math.Max(1, whole)).ToString("0.0", CultureInfo.InvariantCulture) + " %";
    }

    /// <param name="fewer">Sets of fewer persons than this are looked for; K when null.</param>
    private static IEnumerable<Finding> Attack(SurveyAnswers answers, ProtectedSurvey published, int? fewer = null)
    {
        var backgrounds = answers.Variables.ToDictionary(
            v => v.Key, v => v.Category.Select(c => c < 0 ? BackgroundVariable.NotToldName : v.Categories[c]).ToArray(), StringComparer.Ordinal);
        var answered = answers.Questions.ToDictionary(q => q.Key, q => q.Chosen.Select(c => c != 0).ToArray(), StringComparer.Ordinal);
        var forms = answers.Questions.ToDictionary(q => q.Key, q => new FormQuestion(q.Key, q.Choices, q.Multiple, q.Routed), StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return from knowledge in new[] { new Knowledge(answers.Count, backgrounds, answered), new Knowledge(answers.Count, backgrounds, null) }
               from question in published.Questions
               where question.Tables.Any(t => t.Reason is null) && question.Headline.Base > 0
               let world = new AttackWorld(published, question, forms[question.Key], knowledge)
               let sets = seen.Add(world.Shape) ? new SetAttack(world).Run(fewer ?? published.Limits.SmallestGroup) : []
               from finding in sets.Concat(new ValueAttack(world).Run())
               select finding;
    }

    private static int True(SurveyAnswers answers, Finding finding)
    {
        var chosen = answers.Questions.Single(q => q.Key == finding.Question).Chosen;
        return finding.Persons.Count(i => finding.Choice < 0 ? chosen[i] != 0 : (chosen[i] >> finding.Choice & 1) != 0);
    }
}
