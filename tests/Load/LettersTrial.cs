using System.Diagnostics;
using System.Globalization;
using System.Text;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Frames;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medborgardialog.Load;

/// <summary>A whole municipality in one file: checked, brought in, given codes and letters. Time and memory of each step.</summary>
internal sealed class LettersTrial(InProcess app, int people, string? keep)
{
    private const string Kind = "radslag";

    public async Task<int> RunAsync(TextWriter output)
    {
        var file = MakeFile(people);
        await output.WriteLineAsync($"{people:N0} people, {file.Length / 1e6:F1} MB of CSV");
        var settings = new FrameSettings("Påhittat uttag", TimeProvider.System.SwedishToday(), 16, null, []);
        var found = await StepAsync(output, "check", s => s.GetRequiredService<CheckFrameHandler>().HandleAsync(new(Kind, app.Slug, settings, file), CancellationToken.None));
        var import = await StepAsync(output, "order import", async s => await s.GetRequiredService<ImportFrameHandler>().HandleAsync(
            new(Kind, app.Slug, await s.GetRequiredService<AppDbContext>().Set<FrameDraft>().Select(d => d.Id).SingleAsync()), CancellationToken.None));
        var imported = await StepAsync(output, "import", s => s.GetRequiredService<RunFrameImportHandler>().HandleAsync(new(import.Value!.TaskId), CancellationToken.None));
        var order = await StepAsync(output, "order letters", s => s.GetRequiredService<IssueCodesHandler>().HandleAsync(new(Kind, app.Slug), CancellationToken.None));
        var printed = await StepAsync(output, "codes and letters", s => s.GetRequiredService<PrintLettersHandler>().HandleAsync(new(order.Value!.TaskId), CancellationToken.None));
        var fetched = await StepAsync(output, "fetch", s => s.GetRequiredService<DownloadLettersHandler>().HandleAsync(new(Kind, app.Slug), CancellationToken.None));
        await output.WriteLineAsync($"The PDF is {fetched.Value!.Pdf.Length / 1e6:F1} MB.");
        if (keep is not null)
        {
            await File.WriteAllBytesAsync(keep, fetched.Value.Pdf);
        }

        return found.Value!.People == people && imported.Value!.People == people && printed.Value == new LettersPrinted(people, 0) && await CheckAsync(output) ? 0 : 1;
    }

    /// <summary>Every person has a code of their own.</summary>
    private async Task<bool> CheckAsync(TextWriter output)
    {
        await using var scope = app.Scope();
        var kept = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<FramePerson>().AsNoTracking().Select(p => new { p.Selector, p.SecretHash }).ToListAsync();
        var selectors = kept.Select(k => k.Selector).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        var hashes = kept.Where(k => k.SecretHash is not null).Select(k => Convert.ToHexString(k.SecretHash!)).Distinct(StringComparer.Ordinal).Count();
        await output.WriteLineAsync($"{selectors:N0} selectors and {hashes:N0} hashes, all different.");
        return selectors == people && hashes == people;
    }

    private async Task<T> StepAsync<T>(TextWriter output, string name, Func<IServiceProvider, Task<T>> step)
    {
        await using var scope = app.Scope();
        var from = Stopwatch.GetTimestamp();
        var result = await step(scope.ServiceProvider);
        using var self = Process.GetCurrentProcess();
        await output.WriteLineAsync($"{name,-18} {Stopwatch.GetElapsedTime(from).TotalSeconds,7:F1} s   memory now {self.WorkingSet64 / 1e6,5:F0} MB, most so far {self.PeakWorkingSet64 / 1e6,5:F0} MB");
        return result;
    }

    private static byte[] MakeFile(int people)
    {
        var day = TimeProvider.System.SwedishToday();
        string[] areas = ["Centrum", "Öster", "Väster", "Norrstrand", "Södra Ängarna"];
        var rows = Enumerable.Range(0, people).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $"Ärla Påhittad-Åkerö {i};Exempelgatan {i % 400} lgh 1{i % 900:D3};{980 + i % 20} {i % 90 + 10};Exempelby;{day.AddDays(-6_000 - i % 25_000):yyyy-MM-dd};{areas[i % areas.Length]};sv"));
        return Encoding.UTF8.GetBytes("namn;adress;postnummer;ort;födelsedatum;område;språk\r\n" + string.Join("\r\n", rows));
    }
}
