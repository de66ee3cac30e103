using System.Collections.Concurrent;
using Medborgardialog.Domain.Disclosure;
using Xunit;

namespace Medborgardialog.Domain.Tests.Disclosure;

/// <summary>
/// P-22 in its first form: an attacker that shares nothing with the protection but the records that are published, with full
/// knowledge of everyone's background, without and with knowledge of who answered what.
/// </summary>
public class AttackerTests(ITestOutputHelper output)
{
    private const int Surveys = 2_000;

    [Fact]
    public void An_attacker_isolates_nobody_in_2000_generated_surveys()
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
    }

    /// <summary>The attacker has teeth: against the usual rule it finds somebody nearly always, and all that it claims is true.</summary>
    [Fact]
    public void The_same_attacker_isolates_many_under_the_usual_rule()
    {
        var (isolated, known) = (0, 0);
        Parallel.For(0, Surveys / 10, seed =>
        {
            var answers = GeneratedSurvey.Make(seed);
            var findings = Attack(answers, UsualRule.Publish(answers, ProtectionLimits.Standard)).ToList();

            Assert.All(findings.Where(f => f.Value is not null), f => Assert.Equal(f.Value, True(answers, f)));
            Interlocked.Add(ref isolated, findings.Exists(f => f.Value is null) ? 1 : 0);
            Interlocked.Add(ref known, findings.Exists(f => f.Value is not null) ? 1 : 0);
        });

        output.WriteLine($"of {Surveys / 10}: a set isolated in {isolated}, an answer known in {known}");
        Assert.InRange(isolated, Surveys / 20, Surveys / 10);
        Assert.InRange(known, Surveys / 20, Surveys / 10);
    }

    internal static IEnumerable<Finding> Attack(SurveyAnswers answers, ProtectedSurvey published, int? fewer = null)
    {
        var backgrounds = answers.Variables.ToDictionary(
            v => v.Key, v => v.Category.Select(c => c < 0 ? BackgroundVariable.NotToldName : v.Categories[c]).ToArray(), StringComparer.Ordinal);
        var answered = answers.Questions.ToDictionary(q => q.Key, q => q.Chosen.Select(c => c != 0).ToArray(), StringComparer.Ordinal);
        var forms = answers.Questions.ToDictionary(q => q.Key, q => new FormQuestion(q.Key, q.Choices, q.Multiple, q.Routed), StringComparer.Ordinal);
        return from knowledge in new[] { new Knowledge(answers.Count, backgrounds, answered), new Knowledge(answers.Count, backgrounds, null) }
               from question in published.Questions
               where question.Tables.Any(t => t.Reason is null) && question.Headline.Base > 0
               let world = new AttackWorld(published, question, forms[question.Key], knowledge)
               from finding in new SetAttack(world).Run(fewer ?? published.Limits.SmallestGroup).Concat(new ValueAttack(world).Run())
               select finding;
    }

    private static int True(SurveyAnswers answers, Finding finding)
    {
        var chosen = answers.Questions.Single(q => q.Key == finding.Question).Chosen;
        return finding.Persons.Count(i => finding.Choice < 0 ? chosen[i] != 0 : (chosen[i] >> finding.Choice & 1) != 0);
    }
}
