using Medborgardialog.Application.Reports;

namespace Medborgardialog.Web.Pages.DidYouSay;

/// <summary>S10: every committee's answer and how far each point has come; what is late says so first.</summary>
public sealed class IndexModel(ListAnswersHandler list) : AppPage
{
    public AnswerList Answers { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Answers = (await list.HandleAsync(new ListAnswersQuery(Latest: null), cancellationToken)).Value!;
}
