using System.Globalization;
using Medborgardialog.Application.Consultations;

namespace Medborgardialog.Application.Discussions;

/// <summary>The part of a thread's address that names it: <c>parkering-for-handeln-1</c>. The number decides (ux 2.3).</summary>
public static class ThreadAddress
{
    public static string Of(string title, int number) =>
        Slugs.From(title) is { Length: > 0 } slug
            ? string.Create(CultureInfo.InvariantCulture, $"{slug}-{number}")
            : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number at the end, or null when there is none.</summary>
    public static int? Number(string address) =>
        int.TryParse(address.AsSpan(address.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
