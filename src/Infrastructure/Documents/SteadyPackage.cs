using System.IO.Compression;

namespace Medborgardialog.Infrastructure.Documents;

/// <summary>
/// Packs an Office document anew so that the same content gives the same bytes: the parts in the order of their names, the list of types first
/// as readers expect it, and one time on all of them. The packager of the framework writes the time of the day.
/// </summary>
internal static class SteadyPackage
{
    private const string Types = "[Content_Types].xml";

    /// <summary>Times in a zip file begin with this year.</summary>
    private static readonly DateTimeOffset _earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="at">What stands on every part; the time of the content, never that of the writing.</param>
    public static byte[] Pack(MemoryStream package, DateTimeOffset at)
    {
        package.Position = 0;
        using var from = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var bytes = new MemoryStream();
        using (var to = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in from.Entries.OrderBy(e => e.FullName != Types).ThenBy(e => e.FullName, StringComparer.Ordinal))
            {
                var entry = to.CreateEntry(part.FullName, CompressionLevel.Optimal);
                entry.LastWriteTime = at < _earliest ? _earliest : at.ToUniversalTime();
                using var read = part.Open();
                using var write = entry.Open();
                read.CopyTo(write);
            }
        }

        return bytes.ToArray();
    }
}
