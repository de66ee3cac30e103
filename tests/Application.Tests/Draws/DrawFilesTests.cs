using System.Text;
using Medborgardialog.Application.Draws;
using Medborgardialog.Domain.Draws;
using Xunit;

namespace Medborgardialog.Application.Tests.Draws;

public class DrawFilesTests
{
    [Theory]
    [InlineData("feature,value,min,max\nkön,kvinna,1,2\nkön,man,0,2\n")]
    [InlineData("category,name,min,max,min_flex,max_flex\nkön,kvinna,1,2,0,2\nkön,man,0,2,0,2\n")]
    [InlineData("category;feature;min;max\r\nkön;kvinna;1;2\r\nkön;man;0;2\r\n")]
    public void The_headings_of_all_three_tools_are_known(string categories)
    {
        var problems = Read("nationbuilder_id,namn,Kön,gata,postnr\n7,A,kvinna,Storgatan 1,123 45\n9,B,man,,\n", categories, new DrawColumns("nationbuilder_id", ["gata", "postnr"]), out var input);

        Assert.Empty(problems);
        Assert.Equivalent(
            new DrawInput(
                2, [new QuotaCategory("kön", [new Quota("kvinna", 1, 2), new Quota("man", 0, 2)])], [new Candidate("7", ["kvinna"], "Storgatan 1, 123 45"), new Candidate("9", ["man"])]),
            input);
    }

    [Fact]
    public void Without_a_column_of_ids_people_are_numbered_by_row()
    {
        Assert.Empty(Read("kön\nkvinna\nman\n", "feature,value,min,max\nkön,kvinna,1,2\nkön,man,0,2\n", new DrawColumns(), out var input));

        Assert.Equal(["1", "2"], input!.Candidates.Select(c => c.Id));
    }

    [Fact]
    public void What_cannot_be_read_is_named_with_its_line()
    {
        const string quotas = "feature,value,min,max\nkön,kvinna,1,2\n";

        Assert.Equal([new DrawFileProblem(DrawFileProblemKind.NotATable, true)], Read("kön\nman\n", "", new DrawColumns(), out _));
        Assert.Equal([new DrawFileProblem(DrawFileProblemKind.NotANumber, true, 2, "två")], Read("kön\nman\n", "feature,value,min,max\nkön,kvinna,1,två\n", new DrawColumns(), out _));
        Assert.Equal([new DrawFileProblem(DrawFileProblemKind.NoColumn, true, 1, "max")], Read("kön\nman\n", "feature,value,min\nkön,kvinna,1\n", new DrawColumns(), out _));
        Assert.Equal([new DrawFileProblem(DrawFileProblemKind.NoColumn, false, 1, "kön")], Read("ålder\nung\n", quotas, new DrawColumns(), out _));
        Assert.Equal([new DrawFileProblem(DrawFileProblemKind.NoColumn, false, 1, "nr")], Read("kön\nkvinna\n", quotas, new DrawColumns("nr"), out _));
        Assert.Equal([new DrawFileProblem(DrawFileProblemKind.HalfHousehold, false, 2)], Read("kön;gata;nr\nkvinna;A;\n", quotas, new DrawColumns(null, ["gata", "nr"]), out _));
    }

    private static IReadOnlyList<DrawFileProblem> Read(string respondents, string categories, DrawColumns columns, out DrawInput? input) =>
        DrawFiles.Read(Encoding.UTF8.GetBytes(respondents), Encoding.UTF8.GetBytes(categories), 2, columns, out input);
}
