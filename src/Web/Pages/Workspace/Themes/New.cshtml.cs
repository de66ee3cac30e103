using Medborgardialog.Application.Themes;
using Medborgardialog.Domain.Themes;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Themes;

/// <summary>Which texts are to be coded: a dialogue first, then its questions and threads.</summary>
public sealed class NewModel(ListCodingChoicesHandler list, BeginCodingHandler begin) : CodingPage
{
    [BindProperty(SupportsGet = true, Name = "dialog")]
    public Guid? DialogueId { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public List<string> Questions { get; set; } = [];

    [BindProperty]
    public List<Guid> Threads { get; set; } = [];

    [BindProperty]
    public List<Guid> QuestionHours { get; set; } = [];

    public CodingChoices Choices { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var begun = await begin.HandleAsync(
            new BeginCodingCommand(DialogueId ?? Guid.Empty, Name ?? "", Questions, [.. Threads, .. QuestionHours], QuestionHours), cancellationToken);
        if (begun.IsSuccess)
        {
            TempData[DoneKey] = T.Count("coding.begun", begun.Value.Inputs);
            return Redirect(Local(HomeOf(begun.Value.SetId)));
        }

        return await LoadAsync(cancellationToken) ?? Refuse(begun.Error, begun.Error is CodingTitleWrong ? nameof(Name) : nameof(Questions));
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await list.HandleAsync(new ListCodingChoicesQuery(DialogueId), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Choices = found.Value;
        return null;
    }
}
