using Medborgardialog.Domain.Draws;
using Medborgardialog.Draw;
using Xunit;

namespace Medborgardialog.Application.Tests.Draws;

/// <summary>The command that anyone runs to make a draw again.</summary>
public sealed class DrawCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lottning").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_published_portfolio_and_the_seed_give_the_same_panel_again()
    {
        var files = Files(DrawInstances.Answering(80, 10, 3, 1), size: 10);

        Assert.Equal(0, Run([.. files, "--out", In("a")]).Code);
        var drawn = Run([.. files, "--out", In("b"), "--seed", "2026-11-29"]);
        var again = Run([.. files, "--out", In("c"), "--seed", "2026-11-29", "--portfolio", Path.Combine(In("a"), "portfolj.txt")]);

        Assert.Equal((0, 0), (drawn.Code, again.Code));
        Assert.Contains("Bevisat", drawn.Said, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(In("a"), "panel.csv")));
        Assert.Equal(File.ReadAllText(Path.Combine(In("b"), "panel.csv")), File.ReadAllText(Path.Combine(In("c"), "panel.csv")));
        Assert.Equal(11, File.ReadAllLines(Path.Combine(In("b"), "panel.csv")).Length);
        Assert.Equal(81, File.ReadAllLines(Path.Combine(In("b"), "sannolikheter.csv")).Length);
    }

    [Fact]
    public void Whoever_declines_is_replaced()
    {
        var files = Files(DrawInstances.Answering(80, 10, 3, 1), size: 10);
        Run([.. files, "--out", In("a"), "--seed", "x"]);
        var first = File.ReadAllLines(Path.Combine(In("a"), "panel.csv"))[1].Split(';')[0];

        var replaced = Run([.. files, "--out", In("b"), "--seed", "x", "--declined", first]);

        Assert.Contains($"{first} tackade nej och ersätts av", replaced.Said, StringComparison.Ordinal);
        var panel = File.ReadAllLines(Path.Combine(In("b"), "panel.csv"));
        Assert.Equal(11, panel.Length);
        Assert.DoesNotContain(panel, row => row.StartsWith(first + ";", StringComparison.Ordinal));
    }

    [Fact]
    public void Quotas_that_no_panel_keeps_are_answered_with_the_smallest_change()
    {
        var input = DrawInstances.Answering(80, 10, 2, 1);
        var (code, said) = Run([.. Files(input with { Categories = [input.Categories[0], new QuotaCategory("kön", [new Quota("v0", 4, 4), new Quota("v1", 5, 5)])] }, size: 10), "--seed", "x"]);

        Assert.Equal(1, code);
        Assert.Contains("kön: högst 9 sammanlagt, men 10 platser.", said, StringComparison.Ordinal);
        Assert.Matches("kön, v[01]: från [45]–[45] till [45]–[56]", said);
    }

    [Fact]
    public void Wrong_arguments_are_answered_with_how_to_use_it()
    {
        Assert.Equal(2, Run(["--size", "3"]).Code);
        Assert.Contains("--respondents saknas.", Run(["--size", "3"]).Said, StringComparison.Ordinal);
        Assert.Equal(2, Run(["--storlek", "3"]).Code);
        Assert.Equal(2, Run(["--respondents", In("saknas.csv"), "--categories", In("saknas.csv"), "--size", "3"]).Code);
    }

    private (int Code, string Said) Run(string[] arguments)
    {
        using var said = new StringWriter();
        using var enough = new CancellationTokenSource();
        return (new DrawCommand(Solving.Solver, said, TimeProvider.System).Run(arguments, enough), said.ToString());
    }

    private string In(string name) => Path.Combine(_folder, name);

    private string[] Files(DrawInput input, int size)
    {
        File.WriteAllLines(In("kvoter.csv"), ["feature,value,min,max", .. input.Categories.SelectMany(c => c.Quotas.Select(q => $"{c.Feature},{q.Value},{q.Min},{q.Max}"))]);
        File.WriteAllLines(In("svarande.csv"), [$"id,{string.Join(',', input.Categories.Select(c => c.Feature))}", .. input.Candidates.Select(c => $"{c.Id},{string.Join(',', c.Values)}")]);
        return ["--respondents", In("svarande.csv"), "--categories", In("kvoter.csv"), "--size", $"{size}"];
    }
}
