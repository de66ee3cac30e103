using System.Text;
using Medborgardialog.Application.Draws;
using Medborgardialog.Domain.Draws;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Application.Tests.Draws;

/// <summary>The dry check of two files.</summary>
public class PanelDrawCheckTests : PanelDrawTest
{
    private const string Quotas = "feature;value;min;max\nkön;kvinna;1;2\nkön;man;0;1\n";

    [Theory]
    [InlineData("kön\nkvinna\nhen\nman\n", Quotas, "people 3 kön draw.row.UnknownValue hen")]
    [InlineData("kön\nkvinna\n\nman;\n;\n", "feature;value;min;max\nkön;kvinna;1;två\nkön;man;0;1\n", "quotas 2  draw.row.NotANumber två")]
    [InlineData("ålder\n16\n", Quotas, "people 1  draw.row.NoColumn kön")]
    [InlineData("kön\nkvinna\nman\n", "feature;value;min;max\nkön;kvinna;2;1\nkön;man;0;1\n", "quotas 2 kön draw.row.QuotaTurnedAround kvinna")]
    [InlineData("kön\nkvinna\nman\n", "feature;value;min;max\nkön;kvinna;1;2\nkön;kvinna;0;1\nkön;man;0;1\n", "quotas 3 kön draw.row.SameValueTwice kvinna")]
    [InlineData("nr;kön\nA;kvinna\nA;man\n", Quotas, "people 3  draw.row.SameCandidateTwice A")]
    [InlineData("kön\nkvinna\n", Quotas, "people 0  draw.row.FewerCandidatesThanSeats ")]
    [InlineData("\0", Quotas, "people 0  draw.row.NotATable ")]
    public async Task Each_error_is_named_with_file_row_and_column_and_nothing_is_kept(string people, string quotas, string expected)
    {
        var settings = new PanelDrawSettings("Panelen", 2, [], people.StartsWith("nr", StringComparison.Ordinal) ? "nr" : "", 5);

        var found = (await CheckAsync(people, quotas, settings)).Value!;

        var error = found.Errors[0];
        Assert.Equal(expected, $"{(error.IsOfCategories ? "quotas" : "people")} {error.Line} {error.Column} {error.Code} {error.Text}");
        Assert.Equal("", found.Slug);
        Assert.False(await Db.Set<PanelDraw>().AnyAsync(CancellationToken));
        Assert.False(await Db.Set<DrawPerson>().AnyAsync(CancellationToken));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("windows-1252")]
    public async Task Swedish_letters_are_read_in_the_encodings_of_offices(string encoding)
    {
        byte[] Bytes(string text) => encoding == "utf-8" ? TestData.Utf8(text) : CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text);

        var found = await Use<CheckDrawHandler>().HandleAsync(
            new CheckDrawCommand(new PanelDrawSettings("Å och ä", 1, [], "", 5), Bytes("kön;namn\nkvinna;Åsa Öhr\nman;Örjan\n"), Bytes(Quotas)), CancellationToken);

        Assert.Equal("a-och-a", found.Value!.Slug);
        Assert.Equal(["Åsa Öhr", "Örjan"], (await Db.Set<DrawPerson>().ToListAsync(CancellationToken)).OrderBy(p => p.Line).Select(p => p.Contact!.Name));
        Assert.Equal("kön", (await ReadAsync("a-och-a")).Findings.Quotas[0].Feature);
    }

    [Theory]
    [InlineData("", 12, 20, "name")]
    [InlineData("!!!", 12, 20, "name")]
    [InlineData("Panelen", 0, 20, "size")]
    [InlineData("Panelen", 12, 0, "limit")]
    public async Task What_is_missing_is_named(string name, int size, int limit, string field)
    {
        var refused = await CheckAsync(TestData.DrawPeople(30), TestData.DrawQuotas, new PanelDrawSettings(name, size, [], "", limit));

        Assert.Equal(new PanelDrawSettingsWrong(field), refused.Error);
    }

    [Fact]
    public async Task Two_draws_of_one_name_get_addresses_of_their_own()
    {
        Assert.Equal("medborgarpanelen", (await CheckAsync(TestData.DrawPeople(120), TestData.DrawQuotas)).Value!.Slug);
        Assert.Equal("medborgarpanelen-2", (await CheckAsync(TestData.DrawPeople(120), TestData.DrawQuotas)).Value!.Slug);
        Assert.Equal("ny-1", (await CheckAsync(TestData.DrawPeople(120), TestData.DrawQuotas, TestData.DrawSettings("Ny"))).Value!.Slug);
    }

    [Fact]
    public async Task Numbers_say_nothing_of_the_order_of_the_file_and_households_are_numbers_too()
    {
        var slug = (await CheckAsync(TestData.DrawPeople(120), TestData.DrawQuotas)).Value!.Slug;

        var lines = (await Db.Set<DrawPerson>().ToListAsync(CancellationToken)).OrderBy(p => p.Number).Select(p => p.Line).ToList();
        Assert.NotEqual(lines.Order(), lines);
        Assert.Equal(Enumerable.Range(2, 120), lines.Order());
        var draw = await ReadAsync(slug);
        Assert.Equal((120, 96), (draw.Findings.Candidates, draw.Findings.Households));
        Assert.Equal(PanelDrawState.Checked, draw.State);
    }
}
