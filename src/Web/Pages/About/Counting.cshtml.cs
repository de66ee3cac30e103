using Medborgardialog.Domain.Disclosure;

namespace Medborgardialog.Web.Pages.About;

/// <summary>How answers are counted and protected. The example is worked by the code that counts the real ones.</summary>
public sealed class CountingModel : AppPage
{
    /// <summary>Invented; the keys are fixed, so that the example is the same for everyone.</summary>
    private static readonly BreakdownGroup[] _invented =
    [
        new(["16–29"], 34, 0x2A3B_4C5D_6E7F_8091), new(["30–44"], 61, 0x7A3B_4C5D_6E7F_8091), new(["45–64"], 88, 0x1A3B_4C5D_6E7F_8091),
        new(["65–79"], 41, 0x3A3B_4C5D_6E7F_8091), new(["80+"], 6, 0x0A3B_4C5D_6E7F_8091),
    ];

    /// <param name="With">The group it is shown together with.</param>
    /// <param name="Shown">Null for the later ones of a merged group.</param>
    public sealed record ExampleRow(string Name, int Count, string? With, int? Shown);

    public IReadOnlyList<ExampleRow> Example { get; private set; } = [];

    public void OnGet()
    {
        var published = Breakdown.Publish(_invented, ProtectionLimits.Standard, ordered: true);
        Example = [.. _invented.Select(group =>
        {
            var (name, shown) = (group.Names[0], published.Single(p => p.Names.Contains(group.Names[0])));
            return new ExampleRow(name, group.Count, shown.Names.FirstOrDefault(n => n != name), shown.Names[0] == name ? shown.Count : null);
        })];
    }
}
