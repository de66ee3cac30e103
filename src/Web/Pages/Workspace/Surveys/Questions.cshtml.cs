using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Ballots;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>The questions in order.</summary>
public sealed class QuestionsModel(GetSurveyBuilderHandler get, MoveSurveyQuestionHandler move) : SurveyBuilderPage(get)
{
    public override string Part => "fragor";

    public int Minutes => (int)Math.Ceiling(QuestionChecks.Seconds(Questions) / 60.0);

    private string Title => T["surveyTask.Questions"];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await LoadAsync(slug, Title, cancellationToken) ?? Page();

    public Task<IActionResult> OnPostUpAsync(string slug, string key, CancellationToken cancellationToken) => MoveAsync(slug, key, -1, cancellationToken);

    public Task<IActionResult> OnPostDownAsync(string slug, string key, CancellationToken cancellationToken) => MoveAsync(slug, key, 1, cancellationToken);

    public override IEnumerable<(string Label, string Value)> Saved() => [(Title, string.Join('\n', Questions.Select(q => q.Text)))];

    private async Task<IActionResult> MoveAsync(string slug, string? key, int steps, CancellationToken cancellationToken)
    {
        var moved = await move.HandleAsync(new MoveSurveyQuestionCommand(slug, Version, key ?? "", steps), cancellationToken);
        return await EndAsync(moved, slug, Title, s => $"{HomeOf(s)}/bygg/fragor", "builder.questionMoved", cancellationToken);
    }
}
