using Medborgardialog.Benchmarks.Measuring;
using Medborgardialog.Benchmarks.Subject;

namespace Medborgardialog.Benchmarks.Measures;

/// <param name="Rounds">Each is A-B-B-A.</param>
/// <param name="Time">Of one run, after its warm-up.</param>
internal sealed record Effort(int Rounds, TimeSpan Time)
{
    public static readonly Effort Full = new(3, TimeSpan.FromSeconds(3));
    public static readonly Effort Quick = new(1, TimeSpan.FromSeconds(1.5));
}

internal abstract class Measure(Site site, Effort effort, Report report)
{
    protected Site Site => site;

    protected Effort Effort => effort;

    protected Report Report => report;

    /// <summary>Numbers of the rows that it prints.</summary>
    public abstract IReadOnlyList<string> Numbers { get; }

    public abstract Task RunAsync();

    /// <summary>Lets compilers and caches settle with a run of each that is not reported, then the rounds.</summary>
    protected async Task<IReadOnlyList<IReadOnlyList<Measured>>> RoundsAsync(params IReadOnlyList<Func<Task<Measured>>> contenders)
    {
        foreach (var contender in contenders)
        {
            await contender();
        }

        return await Rounds.RunAsync(Effort.Rounds, contenders);
    }

    /// <summary>What one unit costs the server's process: the ratio to trust when others use the machine too.</summary>
    protected void ReportCpu(IReadOnlyList<IReadOnlyList<Measured>> rounds, params string[] names) =>
        Report.Note("CPU of the server's process: " + string.Join(", ", names.Select((n, i) => (Name: n, Cpu: rounds.Of(i, m => m.Cpu)))
            .Where(c => !double.IsNaN(c.Cpu.Median)).Select(c => $"{c.Name} {Report.Spread(c.Cpu, " ms")}")) + ".");

    protected void ReportFailures(IReadOnlyList<IReadOnlyList<Measured>> rounds, params string[] names)
    {
        foreach (var failure in rounds.Failures(names))
        {
            Report.Fail(failure);
        }
    }
}
