using Medborgardialog.Application.Consultations;
using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Surveys;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Consultations;

/// <summary>S2: every dialogue, by status.</summary>
public sealed class IndexModel(ListConsultationsHandler list, ListSurveysHandler listSurveys) : AppPage
{
    public static readonly IReadOnlyList<string> Choices = ["all", "open", "waiting", "answered"];

    [FromQuery(Name = "status")]
    public string Status { get; set; } = "all";

    public IReadOnlyList<ConsultationRow> Rows { get; private set; } = [];

    /// <summary>Surveys in the same status; nobody waits for the answer to one here.</summary>
    public IReadOnlyList<SurveyRow> Surveys { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var all = (await list.HandleAsync(new ListConsultationsQuery(), cancellationToken)).Value!;
        var surveys = (await listSurveys.HandleAsync(new ListSurveysQuery(), cancellationToken)).Value!;
        Surveys = Status switch
        {
            "open" => [.. surveys.Where(s => s.Phase == SurveyPhase.Open)],
            "waiting" => [.. surveys.Where(s => s.Phase is SurveyPhase.Closed or SurveyPhase.Results)],
            "answered" => [],
            _ => surveys,
        };
        Rows = Status switch
        {
            "open" => [.. all.Where(r => r.IsOpen)],
            "waiting" => [.. all.Where(r => r.Phase is Phase.Closed or Phase.Results or Phase.WithCommittee or Phase.AnswerLate)],
            "answered" => [.. all.Where(r => r.Phase is Phase.Answered or Phase.FollowUp or Phase.Archived)],
            _ => all,
        };
    }
}
