using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Surveys;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>What it is called, why it is asked, which series it belongs to, and its languages.</summary>
public sealed class TextsModel(GetSurveyBuilderHandler get, WriteSurveyTextsHandler save, SetSurveyLanguagesHandler saveLanguages) : SurveyBuilderPage(get)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>BCP 47 tags with commas or spaces between.</summary>
    [BindProperty]
    public string? Languages { get; set; }

    private string Title => T["surveyTask.Texts"];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, Title, cancellationToken) is { } refused)
        {
            return refused;
        }

        FillForm();
        FillLanguages();
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(string slug, CancellationToken cancellationToken)
    {
        Limit("Input.Title", Input.Title, Survey.MaxTitle);
        Limit("Input.ShortTitle", Input.ShortTitle, 40);
        Limit("Input.Why", Input.Why, 2000);
        Limit("Input.EasySwedish", Input.EasySwedish, 2000);
        Limit("Input.Service", Input.Service, 60);
        if (!ModelState.IsValid)
        {
            return FillLanguages(await ShowErrorsAsync(slug, Title, cancellationToken));
        }

        var saved = await save.HandleAsync(
            new WriteSurveyTextsCommand(
                slug, Version, Input.Title ?? "", Input.ShortTitle ?? "", Input.Why ?? "", Input.EasySwedish ?? "", Input.Service ?? "",
                Input.ProgrammeId, Input.Edition ?? ""),
            cancellationToken);
        return FillLanguages(await EndAsync(saved, slug, Title, HomeOf, "builder.saved", cancellationToken));
    }

    public async Task<IActionResult> OnPostLanguagesAsync(string slug, CancellationToken cancellationToken)
    {
        var tags = (Languages ?? "").Split([',', ' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var saved = await saveLanguages.HandleAsync(new SetSurveyLanguagesCommand(slug, Version, tags), cancellationToken);
        var page = await EndAsync(saved, slug, Title, HomeOf, "builder.saved", cancellationToken);
        if (Builder is not null)
        {
            FillForm();
        }

        return page;
    }

    public override IEnumerable<(string Label, string Value)> Saved() =>
    [
        (T["sb.title"], Draft.Title),
        (T["field.shortTitle"], Draft.ShortTitle),
        (T["sb.why"], Draft.Why),
        (T["field.easySwedish"], Draft.EasySwedish),
        (T["sb.service"], Draft.Service),
        (T["sb.languages"], string.Join(", ", Draft.Languages)),
    ];

    private void FillForm() => Input = new Form
    {
        Title = Draft.Title, ShortTitle = Draft.ShortTitle, Why = Draft.Why, EasySwedish = Draft.EasySwedish, Service = Draft.Service,
        ProgrammeId = Draft.ProgrammeId, Edition = Draft.Edition,
    };

    private void FillLanguages() => Languages = string.Join(", ", Draft.Languages);

    /// <summary>The other form of the page shows what is saved.</summary>
    private IActionResult FillLanguages(IActionResult page)
    {
        if (Builder is not null)
        {
            FillLanguages();
        }

        return page;
    }

    public sealed class Form
    {
        public string? Title { get; set; }

        public string? ShortTitle { get; set; }

        public string? Why { get; set; }

        public string? EasySwedish { get; set; }

        public string? Service { get; set; }

        public Guid? ProgrammeId { get; set; }

        public string? Edition { get; set; }
    }
}
