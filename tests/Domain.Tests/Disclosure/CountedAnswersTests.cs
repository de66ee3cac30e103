using System.Text;
using System.Text.Json;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Tests.Surveys;
using Xunit;

namespace Medborgardialog.Domain.Tests.Disclosure;

/// <summary>The answers to a rådslag put together as they are read, beside the same counted from a list of them all.</summary>
public class CountedAnswersTests
{
    [Fact]
    public void Answers_put_together_are_what_a_list_of_them_says()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var ballots = new GeneratedBallots(seed).Ballots;
            var counted = new CountedAnswers();
            foreach (var ballot in ballots)
            {
                counted.Add(
                    Encoding.UTF8.GetBytes(ballot.Sheet.ToJson()), ballot.About.Count == 0 ? [] : JsonSerializer.SerializeToUtf8Bytes(ballot.About), ballot.Door,
                    ballot.RecordKey);
            }

            Assert.Equal(Sum(ballots.Select(b => b.RecordKey)), counted.Everyone);
            foreach (var (key, persons, answered) in counted.Chosen)
            {
                Assert.Equal(ballots.Count(b => !b.Sheet[key].IsEmpty), answered);
                Assert.All(persons, p => Assert.Equal(ballots.Count(b => b.Sheet[key].Choices.Contains(p.Key)), p.Value));
            }

            var chosen = ballots.SelectMany(b => b.Sheet.Answers).Where(a => a.Value.Choices.Count > 0).SelectMany(a => a.Value.Choices.Select(c => (a.Key, c)));
            Assert.Equal(chosen.Distinct().Order(), counted.Chosen.SelectMany(q => q.Persons.Keys.Select(c => (q.Key, c))).Order());
            Assert.Equal(ballots.Select(b => b.Door).Distinct().Order(), counted.Doors.Keys);
            Assert.All(counted.Doors, d => Assert.Equal(Sum(ballots.Where(b => b.Door == d.Key).Select(b => b.RecordKey)), d.Value));
            foreach (var about in new[] { AboutYou.Age, AboutYou.Area, AboutYou.Told, AboutYou.Loyal })
            {
                var told = ballots.Where(b => b.About.ContainsKey(about)).GroupBy(b => b.About[about], StringComparer.Ordinal).ToList();
                Assert.Equal(told.Select(g => g.Key).Order(StringComparer.Ordinal), counted.Told(about).Keys);
                Assert.All(told, g => Assert.Equal(Sum(g.Select(b => b.RecordKey)), counted.Told(about)[g.Key]));
            }
        }
    }

    private static Tally Sum(IEnumerable<long> recordKeys)
    {
        var keys = recordKeys.ToList();
        return new Tally(keys.Count, (long)(keys.Aggregate((UInt128)0, (sum, k) => sum + (UInt128)k) % ((UInt128)1 << 63)));
    }
}
