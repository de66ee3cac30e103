using Medborgardialog.Domain.Themes;
using Xunit;

namespace Medborgardialog.Domain.Tests.Themes;

public class TextGroupsTests
{
    [Fact]
    public void Texts_that_share_stems_are_one_group_whatever_order_they_come_in()
    {
        StemmedText[] texts =
        [
            Text(1, "ring", "svar"), Text(2, "ring", "svar", "chef"), Text(3, "ring", "svar"), Text(4, "promenad", "ute"), Text(5, "promenad", "ute"), Text(6, "promenad", "sol"),
            Text(7, "tack"), Text(8, "mat"), Text(9, "mat", "kall"),
        ];

        var groups = TextGroups.Of(texts);
        var turned = TextGroups.Of([.. texts.Reverse()]);

        Assert.Equal([[4, 5, 6], [1, 2, 3]], groups.Select(g => g.Numbers));
        Assert.Equal(["ring", "svar"], groups[1].Stems);
        Assert.Equal(groups.Select(g => (string.Join(',', g.Stems), string.Join(',', g.Numbers))), turned.Select(g => (string.Join(',', g.Stems), string.Join(',', g.Numbers))));
    }

    [Fact]
    public void One_persons_three_texts_are_no_group()
    {
        var author = Guid.CreateVersion7();

        Assert.Empty(TextGroups.Of([new(1, author, ["ring"]), new(2, author, ["ring"]), new(3, author, ["ring"]), Text(4, "ute"), Text(5, "mat"), Text(6, "sol"), Text(7, "tack"), Text(8, "tid")]));
    }

    [Fact]
    public void A_word_that_nearly_everybody_uses_tells_nothing_apart() =>
        Assert.Empty(TextGroups.Of([.. Enumerable.Range(1, 10).Select(n => Text(n, n <= 6 ? "hemtjänst" : $"ord{n}"))]));

    /// <summary>Each text in at most one group, every text of a group has one of its stems, and enough people in each.</summary>
    [Fact]
    public void Groups_never_overlap_and_can_say_why()
    {
        var random = new Random(11);
        for (var round = 0; round < 200; round++)
        {
            var texts = Enumerable.Range(1, 40)
                .Select(n => new StemmedText(n, Guid.CreateVersion7(), [.. Enumerable.Range(0, 1 + random.Next(6)).Select(_ => $"st{random.Next(25)}").Distinct()])).ToList();

            var groups = TextGroups.Of(texts);

            Assert.Equal(groups.SelectMany(g => g.Numbers).Count(), groups.SelectMany(g => g.Numbers).Distinct().Count());
            Assert.All(groups, g => Assert.True(g.Numbers.Count >= TextGroups.FewestPeople));
            Assert.All(groups, g => Assert.All(g.Numbers, n => Assert.NotEmpty(texts[n - 1].Stems.Intersect(g.Stems))));
        }
    }

    [Fact]
    public void Numbers_are_different_new_and_leave_gaps()
    {
        var numbers = InputNumbers.Draw(80, [3, 7], "frö");

        Assert.Equal(80, numbers.Distinct().Count());
        Assert.DoesNotContain(3, numbers);
        Assert.DoesNotContain(7, numbers);
        Assert.True(numbers.Max() <= 103);
        Assert.NotEqual(numbers.Order(), numbers);
    }

    private static StemmedText Text(int number, params string[] stems) => new(number, Guid.CreateVersion7(), stems);
}
