using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medborgardialog.Benchmarks.Bare;

/// <summary>A form with ten questions rendered by Razor, without database, token or session.</summary>
internal sealed class SvaraModel : PageModel
{
    public static IEnumerable<int> Questions => Enumerable.Range(0, 10);

    public static IEnumerable<int> Values => Enumerable.Range(1, 5);
}
