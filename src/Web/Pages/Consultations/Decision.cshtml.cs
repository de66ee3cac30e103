using Medborgardialog.Application.Consultations;
using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Consultations;

/// <summary>S10: what the committee decided, point by point, and how it goes; before that, when it has promised to answer.</summary>
public sealed class DecisionModel(GetConsultationHandler get, GetAnswerHandler getAnswer, ListAnswersHandler list, ListReportsHandler reports)
    : ConsultationPage(get)
{
    private const int MostEarlier = 2;

    public AnswerView? Answer { get; private set; }

    public IReadOnlyList<AnswerRow> Earlier { get; private set; } = [];

    /// <summary>Of the delivered report while the answer is awaited.</summary>
    public string? ReportSlug { get; private set; }

    /// <summary>Oldest first.</summary>
    public IEnumerable<(AnswerPoint Point, FeedbackFollowUp News)> FollowUps =>
        Answer!.Points.SelectMany(p => p.FollowUps.Select(f => (Point: p, News: f))).OrderBy(f => f.News.At);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, cancellationToken) is { } other)
        {
            return other;
        }

        Answer = (await getAnswer.HandleAsync(new GetAnswerQuery(Consultation.Slug), cancellationToken)).Value;
        if (Answer is null)
        {
            var rows = (await reports.HandleAsync(new ListReportsQuery(All: false), cancellationToken)).Value!;
            ReportSlug = rows.FirstOrDefault(r => r.Slug == Consultation.Slug)?.NumberSlug;
            return Page();
        }

        var latest = (await list.HandleAsync(new ListAnswersQuery(MostEarlier + 1), cancellationToken)).Value!;
        Earlier = [.. latest.Answered.Where(a => a.Slug != Consultation.Slug).Take(MostEarlier)];
        return Page();
    }
}
