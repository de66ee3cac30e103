using System.ComponentModel;
using System.Diagnostics;

namespace Medborgardialog.Infrastructure.EmbeddedPostgres;

/// <summary>Runs a short command to its end.</summary>
/// <param name="ExitCode">-1 when the program could not be started at all.</param>
/// <param name="Output">Standard output and standard error.</param>
internal sealed record ToolRun(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    public static async Task<ToolRun> OfAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.RedirectStandardInput = true;
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            try
            {
                var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
                var errors = process.StandardError.ReadToEndAsync(cancellationToken);
                var text = await output + await errors;
                await process.WaitForExitAsync(cancellationToken);
                return new ToolRun(process.ExitCode, text.Trim());
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
        }
        catch (Win32Exception error)
        {
            return new ToolRun(-1, error.Message);
        }
    }
}
