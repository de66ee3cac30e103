using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Panels;

/// <summary>Where a young person can talk to somebody.</summary>
public sealed class HelpModel : PanelPage
{
    /// <summary>Name and address of each; the address is empty where a line holds only words.</summary>
    public IEnumerable<(string Name, string Address)> Links => Panel.Settings.Help.Select(line =>
        line.LastIndexOf(' ') is > 0 and var at && line[(at + 1)..].StartsWith("https://", StringComparison.Ordinal) ? (line[..at], line[(at + 1)..]) : (line, ""));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();
}
