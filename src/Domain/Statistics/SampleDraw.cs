using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Statistics;

/// <summary>
/// A simple random sample without replacement that anybody can draw again from the frozen list and the public seed, on any machine: the ids are sorted by
/// their 16 bytes as they are written (big-endian), so the order of the list is of no importance, and n are taken as <see cref="SeededNumbers.Take"/> does.
/// </summary>
public static class SampleDraw
{
    /// <param name="ids">The whole list, N different ids.</param>
    /// <param name="size">n, 0 to N.</param>
    /// <param name="seed">ASCII.</param>
    /// <returns>n ids in the order in which they were drawn.</returns>
    public static IReadOnlyList<Guid> Draw(IEnumerable<Guid> ids, int size, string seed) =>
        new SeededNumbers(seed).Take<Guid>([.. ids.OrderBy(id => id.ToString("N"), StringComparer.Ordinal)], size);
}
