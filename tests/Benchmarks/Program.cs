using System.Diagnostics;
using Medborgardialog.Benchmarks.Bare;
using Medborgardialog.Benchmarks.Measures;
using Medborgardialog.Benchmarks.Measuring;
using Medborgardialog.Benchmarks.Subject;

// dotnet run -c Release --project tests/Benchmarks -- [--only P2,P4] [--quick] [--app FOLDER]
if (args is ["bare", var connection, ..])
{
    await BareServer.RunAsync(connection, args[2..]);
    return 0;
}

// dotnet run -c Release --project tests/Benchmarks -- panel [--folder FOLDER | --list 2000,200,7] [--limit MINUTES]
if (args is ["panel", ..])
{
    PanelDraws.Run(After("--folder"), After("--list"), TimeSpan.FromMinutes(double.Parse(After("--limit") ?? "20", System.Globalization.CultureInfo.InvariantCulture)));
    return 0;
}

var root = new DirectoryInfo(AppContext.BaseDirectory);
while (!File.Exists(Path.Combine(root!.FullName, "Medborgardialog.sln")))
{
    root = root.Parent;
}

var appFolder = After("--app") is { } given ? Path.GetFullPath(given) : await PublishAsync(root.FullName);
var only = After("--only")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
var effort = args.Contains("--quick") ? Effort.Quick : Effort.Full;
var report = new Report();
await using (var site = await Site.StartAsync(root.FullName, appFolder))
{
    Measure[] measures =
    [
        new WholeAnswers(site, effort, report), new Casting(site, effort, report), new FormPages(site, effort, report), new ThreadPages(site, effort, report),
        new PageWeight(site, effort, report), new Statements(site, effort, report), new Exports(site, effort, report), new Compilations(site, effort, report), new ClosingHour(site, effort, report),
        new ColdStart(site, effort, report),
    ];
    foreach (var measure in measures.Where(m => only is null || m.Numbers.Intersect(only, StringComparer.OrdinalIgnoreCase).Any()))
    {
        await measure.RunAsync();
    }
}

Console.WriteLine();
Console.WriteLine($"{TimeProvider.System.GetLocalNow():yyyy-MM-dd HH:mm}, {Environment.ProcessorCount} cores, .NET {Environment.Version}, {effort.Rounds} × A-B-B-A, {effort.Time.TotalSeconds} s a run");
Console.WriteLine();
Console.WriteLine(report.Markdown());
return report.HasFailures ? 1 : 0;

string? After(string option) => Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

static async Task<string> PublishAsync(string root)
{
    var folder = Path.Combine(root, ".data", "benchmark-app");
    var start = new ProcessStartInfo("dotnet", ["publish", "src/Web", "-c", "Release", "-o", folder, "-v", "quiet", "-nologo"]) { WorkingDirectory = root };
    using var publish = Process.Start(start)!;
    await publish.WaitForExitAsync();
    return publish.ExitCode == 0 ? folder : throw new InvalidOperationException("The application could not be published.");
}
