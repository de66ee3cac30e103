using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Consultations;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Consultations;

/// <summary>S2: every dialogue, by status.</summary>
public sealed class IndexModel(ListConsultationsHandler list) : AppPage
{
    public static readonly IReadOnlyList<string> Choices = ["all", "open", "waiting", "answered"];

    [FromQuery(Name = "status")]
    public string Status { get; set; } = "all";

    public IReadOnlyList<ConsultationRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var all = (await list.HandleAsync(new ListConsultationsQuery(), cancellationToken)).Value!;
        Rows = Status switch
        {
            "open" => [.. all.Where(r => r.IsOpen)],
            "waiting" => [.. all.Where(r => r.Phase is Phase.Closed or Phase.Results or Phase.WithCommittee or Phase.AnswerLate)],
            "answered" => [.. all.Where(r => r.Phase is Phase.Answered or Phase.FollowUp or Phase.Archived)],
            _ => all,
        };
    }
}
