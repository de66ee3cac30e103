using Medborgardialog.Application.Consultations;
using Medborgardialog.Application.Discussions;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Consultations;

/// <summary>S3: understand the question in one minute, then act.</summary>
public sealed class ShowModel(GetConsultationHandler get, GetTalkSummaryHandler summary, ICurrentUser me) : ConsultationPage(get)
{
    /// <summary>Null before the talk has opened.</summary>
    public TalkSummary? Talk { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, cancellationToken) is { } other)
        {
            return other;
        }

        if (ConsultationAccess.MayReadDiscussion(me, Consultation.Phase))
        {
            Talk = (await summary.HandleAsync(new GetTalkSummaryQuery(Consultation.Id), cancellationToken)).Value;
        }

        return Page();
    }
}
