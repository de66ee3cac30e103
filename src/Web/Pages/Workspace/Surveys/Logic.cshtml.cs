using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Ballots;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>When questions are asked: read out in words, and written in words.</summary>
public sealed class LogicModel(GetSurveyBuilderHandler get, SetSurveyConditionHandler save) : SurveyBuilderPage(get)
{
    /// <summary>Stands for the experience that questions to users ask for; no key of a question has a colon.</summary>
    public const string ExperienceKey = "erfarenhet:";

    /// <summary>Key of the question whose condition is changed; empty while choosing.</summary>
    [BindProperty(Name = "fraga", SupportsGet = true)]
    public string? Key { get; set; }

    [BindProperty]
    public string? Condition { get; set; }

    public override string Part => "logik";

    public bool IsExperience => Key == ExperienceKey;

    public Question? Chosen => Questions.FirstOrDefault(q => q.Key == Key);

    public IReadOnlyList<BrokenCondition> Broken => QuestionLogic.Broken(Questions, Builder.Questionnaire.Experience);

    /// <summary>What a condition of the chosen question may ask for: number, name, text, and what it can be.</summary>
    public IEnumerable<(string Number, string Name, string Text, string Choices)> Names => Questions
        .Take(Chosen is { } chosen ? NumberOf(chosen) - 1 : Questions.Count)
        .Where(q => !q.IsText)
        .SelectMany(q => q.Kind == QuestionKind.Battery
            ? q.Items.Select(i => ($"{NumberOf(q)}.{i.Key}", $"{q.Key}.{i.Key}", i.Text, ChoicesOf(q)))
            : [($"{NumberOf(q)}", q.Key, q.Text, ChoicesOf(q))]);

    private string Title => T["sb.part.logic"];

    public int NumberOf(Question question) => Questions.ToList().FindIndex(q => q.Key == question.Key) + 1;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, Title, cancellationToken) is { } refused)
        {
            return refused;
        }

        Condition = Stored();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        Limit("Condition", Condition, ConditionText.MaxLength);
        if (!ModelState.IsValid || string.IsNullOrEmpty(Key))
        {
            return await ShowErrorsAsync(slug, Title, cancellationToken);
        }

        var saved = await save.HandleAsync(new SetSurveyConditionCommand(slug, Version, IsExperience ? "" : Key, Condition ?? ""), cancellationToken);
        return await EndAsync(saved, slug, Title, s => $"{HomeOf(s)}/logik", "builder.saved", cancellationToken);
    }

    public override IEnumerable<(string Label, string Value)> Saved() => [(T["logic.condition"], Stored())];

    private string Stored() =>
        (IsExperience ? Builder.Questionnaire.Experience : Chosen?.ShowIf) is { } condition ? ConditionText.Write(condition, Questions) : "";

    private string ChoicesOf(Question question) => question.Choices.Count > 0
        ? string.Join(", ", question.Choices.Select(c => string.Equals(c.Key, c.Label, StringComparison.OrdinalIgnoreCase) ? c.Key : $"{c.Key} ({c.Label})"))
        : T[$"kind.{question.Kind}"];
}
