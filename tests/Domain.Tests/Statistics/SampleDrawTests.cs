using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests.Statistics;

public class SampleDrawTests
{
    private static readonly Guid[] Ten =
    [
        new("9e3779b9-7f4a-7c15-f39c-c0605cedc835"), new("3c6ef372-fe94-f82b-e739-80c0b9db906a"), new("daa66d2c-7ddf-7441-dad6-412116c9589f"),
        new("78dde6e5-fd29-f057-ce73-018173b720d4"), new("1715609f-7c74-6c6d-c20f-c1e1d0a4e909"), new("b54cda58-fbbe-e883-b5ac-82422d92b13e"),
        new("53845412-7b09-6499-a949-42a28a807973"), new("f1bbcdcb-fa53-e0af-9ce6-0302e76e41a8"), new("8ff34785-799e-5cc5-9082-c363445c09dd"),
        new("2e2ac13e-f8e8-d8db-841f-83c3a149d212"),
    ];

    /// <summary>Reckoned by another program, in Python, from the words of the description alone.</summary>
    [Fact]
    public void Another_program_draws_the_same_people() =>
        Assert.Equal(
            [
                new("1715609f-7c74-6c6d-c20f-c1e1d0a4e909"), new("8ff34785-799e-5cc5-9082-c363445c09dd"), new("b54cda58-fbbe-e883-b5ac-82422d92b13e"),
                new Guid("2e2ac13e-f8e8-d8db-841f-83c3a149d212"),
            ],
            SampleDraw.Draw(Ten, 4, "Exempelby2026"));

    [Fact]
    public void The_order_of_the_list_is_of_no_importance_and_a_smaller_sample_is_the_beginning_of_a_larger() =>
        Assert.Equal(SampleDraw.Draw(Ten, 10, "ett").Take(3), SampleDraw.Draw(Ten.Reverse(), 3, "ett"));

    [Fact]
    public void Everybody_is_drawn_as_often_as_others()
    {
        const int draws = 20_000;
        var counts = Ten.ToDictionary(id => id, _ => 0);

        for (var i = 0; i < draws; i++)
        {
            foreach (var id in SampleDraw.Draw(Ten, 3, $"seed{i}"))
            {
                counts[id]++;
            }
        }

        // 3 of 10: mean 6,000, standard deviation 65. With fixed seeds the outcome is the same every time.
        Assert.All(counts.Values, c => Assert.InRange(c, 6_000 - 260, 6_000 + 260));
    }

    [Fact]
    public void None_and_all_can_be_drawn()
    {
        Assert.Empty(SampleDraw.Draw(Ten, 0, "x"));
        Assert.Equal(Ten.Order(), SampleDraw.Draw(Ten, 10, "x").Order());
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleDraw.Draw(Ten, 11, "x"));
    }
}
