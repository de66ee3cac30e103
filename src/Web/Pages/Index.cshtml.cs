using Medborgardialog.Application.Consultations;
using Medborgardialog.Application.Reports;

namespace Medborgardialog.Web.Pages;

/// <summary>S1: what can be influenced now, and that it leads somewhere.</summary>
public sealed class IndexModel(ListConsultationsHandler list, ListAnswersHandler answers) : AppPage
{
    private const int MostAnswers = 3;

    public IReadOnlyList<ConsultationRow> Rows { get; private set; } = [];

    public IReadOnlyList<AnswerRow> Answers { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Rows = (await list.HandleAsync(new ListConsultationsQuery(), cancellationToken)).Value!;
        Answers = (await answers.HandleAsync(new ListAnswersQuery(MostAnswers), cancellationToken)).Value!.Answered;
    }
}
