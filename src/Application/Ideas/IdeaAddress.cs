using System.Globalization;
using Medborgardialog.Application.Consultations;

namespace Medborgardialog.Application.Ideas;

/// <summary>The part of an idea's address that names it: <c>bankar-langs-an-4</c>. The number at its end decides (ux 2.3).</summary>
public static class IdeaAddress
{
    public static string Of(string title, int number) =>
        Slugs.From(title) is { Length: > 0 } slug
            ? string.Create(CultureInfo.InvariantCulture, $"{slug}-{number}")
            : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Path of the page that everyone reads.</summary>
    public static string Path(string title, int number) => $"/ideer/{Of(title, number)}";

    /// <summary>The number at the end, or null when there is none.</summary>
    public static int? Number(string address) =>
        int.TryParse(address.AsSpan(address.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
