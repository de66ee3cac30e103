using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Themes;

/// <summary>
/// Numbers of texts. Drawn with gaps from a range a quarter larger than the texts, so that neither the order nor a missing number says anything.
/// </summary>
public static class InputNumbers
{
    /// <param name="count">How many are needed, 0 or more.</param>
    /// <param name="taken">Those in use.</param>
    /// <param name="seed">A secret one where nobody shall be able to draw them again.</param>
    /// <returns>As many different numbers from 1, in random order.</returns>
    public static IReadOnlyList<int> Draw(int count, IReadOnlyCollection<int> taken, string seed)
    {
        var used = taken.ToHashSet();
        var range = (int)Math.Ceiling((count + used.Count) * 1.25);
        var free = Enumerable.Range(1, Math.Max(range, used.Count == 0 ? 0 : used.Max())).Where(n => !used.Contains(n)).ToList();
        return new SeededNumbers(seed).Take(free, count);
    }
}
