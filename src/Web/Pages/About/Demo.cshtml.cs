using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Medborgardialog.Web.Pages.About;

/// <summary>What is invented. There is no such page where nothing is.</summary>
public sealed class DemoModel(IOptions<AppOptions> options) : AppPage
{
    public IActionResult OnGet() => options.Value.Demo ? Page() : NotFound();
}
