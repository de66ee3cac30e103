using Medborgardialog.Domain.Evidence.Measures;
using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests.Evidence;

/// <summary>
/// How often chance alone is called discontent, and how often discontent is found: a thousand invented families each, from fixed seeds. A family is four units with
/// four periods of 120 answers unless it says otherwise.
/// </summary>
public class SilentDiscontentRateTests
{
    private const int Trials = 1000;
    private const int Periods = 4;
    private const int Size = 120;

    /// <summary>Shares of satisfied, told, left, silent; they sum to one.</summary>
    private static readonly double[] Before = [0.70, 0.17, 0.05, 0.08];

    /// <summary>Satisfaction 18 units lower, nobody more has told, most of them have fallen silent.</summary>
    private static readonly double[] After = [0.52, 0.17, 0.09, 0.22];

    /// <summary>
    /// More false findings than this has a probability below 0.1 % if the true rate is the stated 5 %. By the binomial distribution: 73 of 1,000.
    /// </summary>
    private static int MostFalse => Enumerable.Range(0, Trials).First(c => 1 - Beta.BinomialCdf(c, Trials, SilentDiscontent.ErrorRate) < 0.001);

    [Fact]
    public void The_slack_is_that_of_the_binomial_distribution() => Assert.Equal(73, MostFalse);

    [Fact]
    public void Where_nothing_changes_hardly_anything_is_found() =>
        Assert.InRange(Found(1, random => Family(4, () => Unit(random, _ => Before))), 0, MostFalse);

    /// <summary>The answers of units with discontent, dealt out anew over the periods: what hangs together in a person still does.</summary>
    [Fact]
    public void Where_answers_are_shuffled_over_time_hardly_anything_is_found() =>
        Assert.InRange(
            Found(2, random => Family(4, () =>
            {
                int[] answers = [.. Enumerable.Range(0, Periods).SelectMany(p => Answers(random, At(Before, After, p)))];
                random.Shuffle(answers);
                return Series([.. answers.Chunk(Size)]);
            })),
            0,
            MostFalse);

    /// <summary>The hardest case for an "and": the one half is really true, in every unit.</summary>
    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void Where_only_one_of_the_two_is_true_the_rate_holds(int seed, bool satisfactionFalls)
    {
        double[] more = satisfactionFalls ? [0.40, 0.17, 0.05, 0.08] : [0.70, 0.17, 0.05, 0.30];
        DiscontentSeries Parted(Random random)
        {
            // Four questions that have nothing to do with each other, so that one can change alone.
            double At(int measure, int period) => Before[measure] + ((more[measure] - Before[measure]) * period / (Periods - 1));
            Share Draw(int measure, int period) => Of(Enumerable.Range(0, Size).Count(_ => random.NextDouble() < At(measure, period)));
            return new("enhet", [.. Enumerable.Range(0, Periods).Select(p => new DiscontentPeriod($"{p}", Draw(0, p), Draw(1, p), Draw(2, p), Draw(3, p)))]);
        }

        var found = Found(seed, random => Family(4, () => Parted(random)));

        // It is not the rule that never says anything: the rate is used up to a good part.
        Assert.InRange(found, Trials / 100, MostFalse);
    }

    /// <summary>Shares that jump from period to period by more than chance, without direction; what is lost in satisfaction falls silent, so the two go together.</summary>
    [Fact]
    public void Where_periods_jump_without_direction_the_rate_holds() =>
        Assert.InRange(
            Found(5, random => Family(8, () => Unit(random, _ =>
            {
                var jump = (random.NextDouble() - 0.5) * 0.24;
                return [0.62 + jump, 0.17, 0.06, 0.15 - jump];
            }))),
            0,
            MostFalse);

    [Fact]
    public void Discontent_of_a_realistic_size_is_found_in_four_trials_of_five() =>
        Assert.InRange(Found(6, random => [Unit(random, p => At(Before, After, p))]), Trials * 80 / 100, Trials);

    /// <summary>Among three calm units it has to stand out more. The unit that is found is the right one.</summary>
    [Fact]
    public void Among_calm_units_it_is_found_in_more_than_half_and_the_calm_ones_are_left_alone()
    {
        var (right, wrong) = (0, 0);
        var random = new Random(7);
        for (var trial = 0; trial < Trials; trial++)
        {
            var units = SilentDiscontent.Of([Unit(random, p => At(Before, After, p)), .. Family(3, () => Unit(random, _ => Before))]);
            right += units[0].Verdict == DiscontentVerdict.Found ? 1 : 0;
            wrong += units.Skip(1).Any(u => u.Verdict == DiscontentVerdict.Found) ? 1 : 0;
        }

        Assert.InRange(right, Trials / 2, Trials);
        Assert.InRange(wrong, 0, MostFalse);
    }

    private static int Found(int seed, Func<Random, IReadOnlyList<DiscontentSeries>> family)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, Trials).Count(_ => SilentDiscontent.Of(family(random)).Any(u => u.Verdict == DiscontentVerdict.Found));
    }

    private static DiscontentSeries[] Family(int units, Func<DiscontentSeries> unit) => [.. Enumerable.Range(0, units).Select(_ => unit())];

    private static double[] At(double[] from, double[] to, int period) => [.. from.Zip(to, (a, b) => a + ((b - a) * period / (Periods - 1)))];

    private static DiscontentSeries Unit(Random random, Func<int, double[]> shares) =>
        Series([.. Enumerable.Range(0, Periods).Select(p => Answers(random, shares(p)))]);

    /// <summary>Each person in one of the four groups.</summary>
    private static int[] Answers(Random random, double[] shares) =>
        [.. Enumerable.Range(0, Size).Select(_ => random.NextDouble() is var u && u < shares[0] ? 0 : u < shares[0] + shares[1] ? 1 : u < shares[0] + shares[1] + shares[2] ? 2 : 3)];

    private static DiscontentSeries Series(int[][] periods) =>
        new("enhet", [.. periods.Select((a, p) => new DiscontentPeriod($"{p}", Group(a, 0), Group(a, 1), Group(a, 2), Group(a, 3)))]);

    private static Share Group(int[] answers, int group) => Of(answers.Count(a => a == group));

    private static Share Of(int hits) => new(hits, Size, SampleDesign.TotalSurvey);
}
