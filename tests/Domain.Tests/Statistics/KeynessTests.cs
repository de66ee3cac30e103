using CsCheck;
using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests.Statistics;

public class KeynessTests
{
    private static readonly Gen<(int Times, int Words, int Elsewhere, int Others)> Counts =
        Gen.Select(Gen.Int[1, 500], Gen.Double[0, 1], Gen.Int[1, 5000], Gen.Double[0, 1])
            .Select((n, p, m, q) => ((int)(n * p), n, (int)(m * q), m));

    /// <summary>Dunning 1993, table 2: the first three pairs of words, with the four counts that the table gives.</summary>
    [Theory]
    [InlineData(110, 2442, 111, 29114, 270.72)]
    [InlineData(29, 13, 123, 31612, 263.90)]
    [InlineData(31, 23, 139, 31584, 256.84)]
    public void As_published(int both, int firstOnly, int secondOnly, int neither, double expected) =>
        Assert.Equal(expected, Math.Round(Keyness.LogLikelihood(both, both + firstOnly, secondOnly, secondOnly + neither), 2));

    [Fact]
    public void Nothing_where_the_word_is_as_common_and_more_the_further_apart() =>
        Counts.Sample(c =>
        {
            var g2 = Keyness.LogLikelihood(c.Times, c.Words, c.Elsewhere, c.Others);

            Assert.True(g2 >= 0);
            Assert.Equal(g2, Keyness.LogLikelihood(c.Elsewhere, c.Others, c.Times, c.Words), 1e-6);
            Assert.Equal(0, Keyness.LogLikelihood(c.Times, c.Words, c.Times * 7L, c.Words * 7L), 1e-6);

            // Once more in the set where it is already the more common.
            if (c.Times < c.Words && (double)c.Times / c.Words >= (double)c.Elsewhere / c.Others)
            {
                Assert.True(Keyness.LogLikelihood(c.Times + 1, c.Words, c.Elsewhere, c.Others) > g2);
            }
        });

    /// <summary>Counted by hand: 20 of 100 words against 10 of 400 is eight times as common, 700 per cent more.</summary>
    [Fact]
    public void The_typical_words_come_first()
    {
        var words = Keyness.Of(
            [new("buss", 20, 9), new("sen", 12, 5), new("och", 60, 30), new("unik", 5, 3), new("granne", 3, 1)],
            [new("buss", 10, 8), new("sen", 14, 12), new("och", 240, 90), new("torg", 134, 60), new("granne", 2, 2)]);

        Assert.Equal(["buss", "unik", "sen"], words.Select(w => w.Word));
        Assert.Equal(700, words[0].DifferencePercent!.Value, 1e-9);
        Assert.Null(words[1].DifferencePercent);
        Assert.Equal(Keyness.LogLikelihood(20, 100, 10, 400), words[0].LogLikelihood, 1e-12);
    }

    /// <summary>Oracle: 2·Σ O·ln(O/E) and erfc(√(G²/2)) in Python 3.</summary>
    [Fact]
    public void The_p_value_is_that_of_one_degree_of_freedom_and_all_words_are_tested()
    {
        var words = Keyness.Of([new("a", 30, 9), new("b", 70, 9)], [new("a", 20, 9), new("b", 80, 9)]);

        var word = Assert.Single(words);
        Assert.Equal(2.680712728907075, word.LogLikelihood, 1e-9);
        Assert.Equal(0.10157026027568757, word.PValue, 1e-9);
        Assert.Equal(word.PValue, word.AdjustedP, 1e-12);

        // A third word that does not differ makes three tests.
        var three = Keyness.Of([new("a", 30, 9), new("b", 70, 9), new("c", 100, 9)], [new("a", 20, 9), new("b", 80, 9), new("c", 100, 9)]);
        Assert.True(three[0].AdjustedP > three[0].PValue * 1.4);
    }

    [Fact]
    public void A_word_of_too_few_persons_is_not_told()
    {
        WordTally[] rest = [new("torg", 100, 40)];

        Assert.Empty(Keyness.Of([new("granne", 50, 2)], rest));
        Assert.Single(Keyness.Of([new("granne", 50, 2)], rest, fewestPersons: 2));
        Assert.Empty(Keyness.Of([], rest));
        Assert.Empty(Keyness.Of(rest, []));
    }

    [Fact]
    public void Counts_that_cannot_be_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Keyness.LogLikelihood(5, 4, 0, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => Keyness.LogLikelihood(-1, 4, 0, 10));
        Assert.Throws<ArgumentException>(() => Keyness.Of([new("a", 1, 1), new("a", 2, 1)], [new("b", 1, 1)]));
    }
}
