using System.Security.Cryptography;
using System.Text;
using Medborgardialog.Domain.Draws;
using Xunit;

namespace Medborgardialog.Domain.Tests.Draws;

public class DrawInputTests
{
    private static readonly DrawInput Sound = new(
        2,
        [new QuotaCategory("ålder", [new Quota("ung", 1, 2), new Quota("äldre", 0, 2)]), new QuotaCategory("kön", [new Quota("man", 1, 1), new Quota("kvinna", 1, 1)])],
        [new Candidate("b", ["ung", "man"]), new Candidate("a", ["äldre", "kvinna"], "H1"), new Candidate("c", ["ung", "kvinna"], "H1")]);

    [Fact]
    public void The_canonical_text_is_sorted_and_its_fingerprint_is_plain_SHA_256()
    {
        const string text = "panel-draw-input 1\nsize\t2\nquota\tkön\tkvinna\t1\t1\nquota\tkön\tman\t1\t1\nquota\tålder\tung\t1\t2\nquota\tålder\täldre\t0\t2\n"
            + "feature\tkön\tålder\nperson\ta\tkvinna\täldre\tH1\nperson\tb\tman\tung\t\nperson\tc\tkvinna\tung\tH1\n";

        Assert.Equal(text, Sound.Canonical());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), Sound.Fingerprint());
    }

    [Fact]
    public void A_sound_input_has_no_problems() => Assert.Empty(InputCheck.Problems(Sound));

    [Fact]
    public void Every_problem_is_named()
    {
        Holds(InputProblemKind.NoSeats, Sound with { Size = 0 });
        Holds(InputProblemKind.UnfitText, Sound with { Candidates = [.. Sound.Candidates, new Candidate("d\t", ["ung", "man"])] });
        Holds(InputProblemKind.UnfitText, Sound with { Categories = [new QuotaCategory("", [new Quota("ung", 1, 2), new Quota("äldre", 0, 2)]), Sound.Categories[1]] });
        Holds(InputProblemKind.SameFeatureTwice, Sound with { Categories = [Sound.Categories[0], Sound.Categories[0]] });
        Holds(InputProblemKind.SameValueTwice, With(new Quota("ung", 1, 2), new Quota("ung", 1, 2)));
        Holds(InputProblemKind.QuotaTurnedAround, With(new Quota("ung", 2, 1), new Quota("äldre", 0, 2)));
        Holds(InputProblemKind.QuotaTurnedAround, With(new Quota("ung", -1, 1), new Quota("äldre", 0, 2)));
        Holds(InputProblemKind.SameCandidateTwice, Sound with { Candidates = [Sound.Candidates[0], Sound.Candidates[0]] });
        Holds(InputProblemKind.WrongNumberOfValues, Sound with { Candidates = [.. Sound.Candidates, new Candidate("d", ["ung"])] });
        Holds(InputProblemKind.UnknownValue, Sound with { Candidates = [.. Sound.Candidates, new Candidate("d", ["Ung", "man"])] });
        Holds(InputProblemKind.FewerCandidatesThanSeats, Sound with { Size = 4 });
        Holds(InputProblemKind.FewerHouseholdsThanSeats, Sound with { Size = 3 });
    }

    [Fact]
    public void Quotas_that_ask_for_too_much_are_told_apart_from_faults()
    {
        Holds(InputProblemKind.MinimaAboveSeats, With(new Quota("ung", 1, 2), new Quota("äldre", 2, 2)), ofQuotas: true);
        Holds(InputProblemKind.MaximaBelowSeats, With(new Quota("ung", 0, 1), new Quota("äldre", 0, 0)), ofQuotas: true);
        Holds(InputProblemKind.TooFewWithValue, With(new Quota("ung", 0, 2), new Quota("äldre", 2, 2)), ofQuotas: true);
    }

    /// <summary>Groups are filled with people exactly when the households of each kind are enough, which is tried for every choice of people.</summary>
    [Fact]
    public void Numbers_are_a_panel_when_some_people_have_them()
    {
        var input = new DrawInput(
            2,
            [new QuotaCategory("f", [new Quota("x", 0, 2), new Quota("y", 0, 2)])],
            [
                new Candidate("1", ["x"], "A"), new Candidate("2", ["y"], "A"), new Candidate("3", ["x"], "B"), new Candidate("4", ["x"], "B"),
                new Candidate("5", ["x"], "C"), new Candidate("6", ["y"], "C"), new Candidate("7", ["y"]),
            ]);
        var pool = Pool.Of(input);
        var possible = (from a in input.Candidates from b in input.Candidates where a.Id != b.Id && (a.Household is null || a.Household != b.Household) select Counts(a, b)).ToHashSet();
        var all = from a in input.Candidates from b in input.Candidates select Counts(a, b);

        Assert.All(all, counts => Assert.Equal(possible.Contains(counts), pool.IsPanel([.. counts.Split(',').Select(int.Parse)])));

        string Counts(Candidate a, Candidate b) => string.Join(',', pool.Groups.Select(g => g.Members.Count(m => m == a.Id) + g.Members.Count(m => m == b.Id)));
    }

    private static DrawInput With(params Quota[] quotas) => Sound with { Categories = [Sound.Categories[0] with { Quotas = quotas }, Sound.Categories[1]] };

    private static void Holds(InputProblemKind kind, DrawInput input, bool ofQuotas = false)
    {
        Assert.Contains(kind, InputCheck.Problems(input).Select(p => p.Kind));
        Assert.Equal(ofQuotas, InputCheck.Problems(input).All(p => p.IsOfQuotas));
    }
}
