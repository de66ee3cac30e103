using Medborgardialog.Application.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.DidYouSay;

/// <summary>S10: every committee's answer and how far each point has come, with all that has been said of it; what is late says so first.</summary>
public sealed class IndexModel(ListAnswersHandler list, TimeProvider clock) : AppPage
{
    [BindProperty(Name = "namnd", SupportsGet = true)]
    public string? Committee { get; set; }

    [BindProperty(Name = "lage", SupportsGet = true)]
    public string? Status { get; set; }

    [BindProperty(Name = "ar", SupportsGet = true)]
    public string? Year { get; set; }

    public AnswerList Answers { get; private set; } = null!;

    public AnswerFilter Filter { get; private set; } = null!;

    /// <summary>Those of the answers that match.</summary>
    public IReadOnlyList<AnswerRow> Rows { get; private set; } = [];

    public IEnumerable<(string Slug, string Name)> Committees => Answers.Answered.Select(r => (r.CommitteeSlug, r.Committee)).Distinct().OrderBy(c => c.Committee, StringComparer.CurrentCulture);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Answers = (await list.HandleAsync(new ListAnswersQuery(Latest: null), cancellationToken)).Value!;
        Filter = AnswerFilter.Of(Committee, Status, Year, Answers.Answered);
        Rows = Filter.Choose(Answers.Answered, clock.SwedishToday());
    }
}
