using Medborgardialog.Application.Reports;
using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Surveys;

/// <summary>S10 for surveys and the waves of panels: what the committee answered, or when it has promised to.</summary>
public sealed class DecisionModel(GetSurveyHandler get, GetAnswerHandler getAnswer, ListReportsHandler reports) : AppPage
{
    public SurveyView Survey { get; private set; } = null!;

    /// <summary>Null until the chair has approved it.</summary>
    public AnswerView? Answer { get; private set; }

    /// <summary>Address part of the delivered report; null before it is delivered.</summary>
    public string? ReportSlug { get; private set; }

    /// <summary>What has been said of the points since, latest first.</summary>
    public IEnumerable<(AnswerPoint Point, FeedbackFollowUp News)> FollowUps =>
        (Answer?.Points ?? []).SelectMany(p => p.FollowUps.Select(f => (Point: p, News: f))).OrderByDescending(f => f.News.At);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var survey = await get.HandleAsync(new GetSurveyQuery(slug), cancellationToken);
        if (!survey.IsSuccess)
        {
            return Fail(survey.Error);
        }

        Survey = survey.Value;
        Answer = (await getAnswer.HandleAsync(new GetAnswerQuery(slug, DialogueKind.Survey), cancellationToken)).Value;
        ReportSlug = Answer?.ReportSlug
            ?? (await reports.HandleAsync(new ListReportsQuery(All: false), cancellationToken)).Value!.FirstOrDefault(r => r.Slug == slug)?.NumberSlug;
        return Page();
    }
}
