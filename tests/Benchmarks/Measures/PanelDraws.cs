using System.Diagnostics;
using System.Globalization;
using Medborgardialog.Application.Draws;
using Medborgardialog.Application.Tests.Draws;
using Medborgardialog.Domain.Draws;
using Medborgardialog.Infrastructure.Draws;

namespace Medborgardialog.Benchmarks.Measures;

/// <summary>
/// Panel selection (P18, P19): <c>-- panel [--folder FOLDER | --list PEOPLE,SEATS,FEATURES] [--limit MINUTES]</c>. Without a folder, lists that are invented
/// here, or the one that is asked for. With one, each folder in it whose name ends in <c>_SEATS</c> and that holds <c>categories.csv</c> and
/// <c>respondents.csv</c>, as the examples of the published replication do. What is proven on the way goes to standard error. No application is started.
/// </summary>
internal static class PanelDraws
{
    private static readonly TimeSpan _step = TimeSpan.FromSeconds(10);

    /// <param name="list">"2000,200,7"; null for all.</param>
    public static void Run(string? folder, string? list, TimeSpan limit)
    {
        Console.WriteLine($"{TimeProvider.System.GetLocalNow():yyyy-MM-dd HH:mm}, {Environment.ProcessorCount} cores, .NET {Environment.Version}, {new OrToolsSolver().Name}");
        Console.WriteLine();
        Console.WriteLine("| List | People | Seats | Groups | Lowest probability | Proven gap | Panels | Time | CPU |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var (name, input) in folder is null ? Invented(list) : Read(folder))
        {
            Measure(name, input, limit);
        }
    }

    private static void Measure(string name, DrawInput input, TimeSpan limit)
    {
        var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var solver = new OrToolsSolver();
        var pool = Pool.Of(input);
        using var enough = new CancellationTokenSource(limit);
        var shown = TimeSpan.Zero;
        if (Leximin.Solve(pool, solver, Show, enough.Token) is not LeximinOutcome.Found found)
        {
            Console.WriteLine($"| {name} | {input.Candidates.Count} | {input.Size} | {pool.Groups.Count} | no panel keeps the quotas | | | | |");
            return;
        }

        var portfolio = Portfolio.Of(pool, found.Panels, found.Weights);
        var record = DrawRecord.Of(pool, portfolio, found.Levels, solver);
        var seconds = clock.Elapsed.TotalSeconds.ToString("F2", CultureInfo.InvariantCulture);
        var cpu = (Environment.CpuUsage.TotalTime - before).TotalSeconds.ToString("F2", CultureInfo.InvariantCulture);
        var first = found.Levels.First(l => l.Value > 0 || !l.IsProven);
        var gap = record.IsProven
            ? "0, every step proven"
            : string.Create(CultureInfo.InvariantCulture, $"{100 * first.Gap:F3} points on the lowest; steps proven {found.Levels.TakeWhile(l => l.IsProven).Count()} of {found.Levels.Count}, next {100 * record.Gap:F3}");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {input.Candidates.Count} | {input.Size} | {pool.Groups.Count} | {100 * record.Lowest:F4} % | {gap} | {portfolio.Panels.Count} of {found.Panels.Count} | {seconds} s | {cpu} s |"));

        void Show(LeximinProgress progress)
        {
            if (clock.Elapsed - shown >= _step)
            {
                shown = clock.Elapsed;
                Console.Error.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{clock.Elapsed.TotalSeconds:F0} s: step {progress.Level}, {progress.Fixed} of {progress.Groups} groups, {progress.Panels} panels, {100 * progress.Value:F4} to {100 * progress.Bound:F4} %"));
            }
        }
    }

    private static IEnumerable<(string, DrawInput)> Invented(string? list)
    {
        (int People, int Seats, int Features)[] all = [(200, 20, 2), (2000, 200, 2), (200, 20, 5), (239, 30, 7), (825, 75, 6), (2000, 200, 5), (2000, 200, 7), (1727, 110, 7)];
        return (list is null ? all : [Asked(list)]).Select(l => ($"invented, {l.Features} features", DrawInstances.Answering(l.People, l.Seats, l.Features, 1)));
    }

    private static (int People, int Seats, int Features) Asked(string list)
    {
        int[] numbers = [.. list.Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture))];
        return (numbers[0], numbers[1], numbers[2]);
    }

    private static IEnumerable<(string, DrawInput)> Read(string folder)
    {
        foreach (var place in Directory.EnumerateDirectories(folder).Where(d => File.Exists(Path.Combine(d, "categories.csv")) && File.Exists(Path.Combine(d, "respondents.csv"))).Order(StringComparer.Ordinal))
        {
            var size = int.Parse(place[(place.LastIndexOf('_') + 1)..], CultureInfo.InvariantCulture);
            var problems = DrawFiles.Read(File.ReadAllBytes(Path.Combine(place, "respondents.csv")), File.ReadAllBytes(Path.Combine(place, "categories.csv")), size, new DrawColumns(), out var input);
            yield return input is null ? throw new InvalidDataException($"{place}: {problems[0]}") : (Path.GetFileName(place), input);
        }
    }
}
