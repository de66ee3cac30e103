using System.Globalization;
using Medborgardialog.Application.Ideas;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Ideas;

/// <summary>What residents have proposed, and how far it has come.</summary>
public sealed class IndexModel(ListIdeasHandler list) : AppPage
{
    /// <summary><c>klara</c>, <c>nej</c>, or nothing for what is on its way.</summary>
    [BindProperty(Name = "visa", SupportsGet = true)]
    public string? Shown { get; set; }

    [BindProperty(Name = "namnd", SupportsGet = true)]
    public string? Committee { get; set; }

    [BindProperty(Name = "sida", SupportsGet = true)]
    public int? PageNumber { get; set; }

    public IdeaList List { get; private set; } = null!;

    public IdeaChoice Choice => Shown switch
    {
        "klara" => IdeaChoice.Done,
        "nej" => IdeaChoice.No,
        _ => IdeaChoice.Underway,
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await list.HandleAsync(new ListIdeasQuery(Choice, Committee, PageNumber ?? 1), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        List = found.Value;
        return Page();
    }

    /// <summary>This list with another choice or page, without the language prefix.</summary>
    public string Address(IdeaChoice choice, int page)
    {
        var query = choice switch
        {
            IdeaChoice.Done => new QueryString().Add("visa", "klara"),
            IdeaChoice.No => new QueryString().Add("visa", "nej"),
            _ => QueryString.Empty,
        };
        query = List.Committee is { } committee ? query.Add("namnd", committee.Slug) : query;
        query = page > 1 ? query.Add("sida", page.ToString(CultureInfo.InvariantCulture)) : query;
        return $"/ideer{query}";
    }
}
