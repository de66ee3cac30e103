using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Benchmarks.Bare;

/// <summary>Twenty posts read by EF Core and rendered by Razor, each time anew.</summary>
internal sealed class TradModel(BareContext db) : PageModel
{
    public IReadOnlyList<BarePost> Posts { get; private set; } = [];

    public async Task OnGetAsync() =>
        Posts = await db.Posts.AsNoTracking().OrderBy(p => p.Id).Take(20).ToListAsync();
}
