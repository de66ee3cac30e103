using Medborgardialog.Application.Consultations;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Consultations;

/// <summary>The questions in order.</summary>
public sealed class QuestionsModel(GetBuilderHandler get, MoveQuestionHandler move, AskAboutOptionsHandler askAboutOptions) : BuilderPage(get)
{
    private const string Step = "bygg/fragor";

    private string Title => T["task.Questions"];

    /// <summary>Closed questions take 12 seconds, open ones a minute (ux 9.1).</summary>
    public int Minutes => (int)Math.Ceiling(Builder.Questionnaire.Questions.Sum(q => q.IsText ? 60 : 12) / 60.0);

    public int OpenQuestions => Builder.Questionnaire.Questions.Count(q => q.IsText);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await LoadAsync(slug, Title, cancellationToken) ?? Page();

    public Task<IActionResult> OnPostUpAsync(string slug, string key, CancellationToken cancellationToken) => MoveAsync(slug, key, -1, cancellationToken);

    public Task<IActionResult> OnPostDownAsync(string slug, string key, CancellationToken cancellationToken) => MoveAsync(slug, key, 1, cancellationToken);

    public async Task<IActionResult> OnPostHeadlineAsync(string slug, CancellationToken cancellationToken)
    {
        var asked = await askAboutOptions.HandleAsync(
            new AskAboutOptionsCommand(
                slug, Version, T["builder.headline.section"], T["builder.headline.text"], T["builder.headline.none"], T["builder.headline.unsure"]),
            cancellationToken);
        return await EndAsync(asked, slug, Title, s => $"/arbetsyta/radslag/{s}/{Step}/val", "builder.questionAdded", cancellationToken);
    }

    public override IEnumerable<(string Label, string Value)> Saved() =>
        [(Title, string.Join('\n', Builder.Questionnaire.Questions.Select(q => q.Text)))];

    private async Task<IActionResult> MoveAsync(string slug, string? key, int steps, CancellationToken cancellationToken)
    {
        var moved = await move.HandleAsync(new MoveQuestionCommand(slug, Version, key ?? "", steps), cancellationToken);
        return await EndAsync(moved, slug, Title, s => $"/arbetsyta/radslag/{s}/{Step}", "builder.questionMoved", cancellationToken);
    }
}
