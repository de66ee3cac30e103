using Medborgardialog.Application.Surveys;

namespace Medborgardialog.Web.Pages.Surveys;

/// <summary>S13: every published survey.</summary>
public sealed class IndexModel(ListSurveysHandler list) : AppPage
{
    public IReadOnlyList<SurveyRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Rows = (await list.HandleAsync(new ListSurveysQuery(), cancellationToken)).Value!;
}
