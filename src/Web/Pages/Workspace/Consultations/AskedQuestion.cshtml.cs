using System.Globalization;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Ballots;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Consultations;

/// <summary>One question with its choices.</summary>
public sealed class AskedQuestionModel(GetBuilderHandler get, WriteQuestionHandler write, RemoveQuestionHandler remove) : BuilderPage(get)
{
    private const string Step = "bygg/fragor";
    private const string NewKey = "ny";
    private const int EmptyRows = 3;

    [BindProperty]
    public Form Input { get; set; } = new();

    public Question? Question { get; private set; }

    public bool IsNew => Question is null;

    public async Task<IActionResult> OnGetAsync(string slug, string key, CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, key, cancellationToken) is { } refused)
        {
            return refused;
        }

        Input = Question is null ? new Form { Kind = QuestionKind.Single } : Fill(Question);
        AddRows();
        return Page();
    }

    /// <param name="more">Set by the button that saves and stays, for more choices.</param>
    public async Task<IActionResult> OnPostAsync(string slug, string key, string? more, CancellationToken cancellationToken)
    {
        var version = Version;
        if (await FindAsync(slug, key, cancellationToken) is { } refused)
        {
            return refused;
        }

        Version = version;
        var max = Check();
        if (!ModelState.IsValid)
        {
            AddRows();
            return ShowErrors();
        }

        var written = await write.HandleAsync(Command(slug, max), cancellationToken);
        var added = Question is null;
        AddRows();
        if (written.IsSuccess && more is not null)
        {
            await LoadAsync(slug, "", cancellationToken);
            return RedirectDone($"{Home}/{Step}/{(added ? Builder.Questionnaire.Questions[^1].Key : key)}", "builder.saved");
        }

        return await EndAsync(written, slug, Heading(), s => $"/arbetsyta/radslag/{s}/{Step}", added ? "builder.questionAdded" : "builder.saved", cancellationToken);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string slug, string key, CancellationToken cancellationToken)
    {
        var version = Version;
        if (await FindAsync(slug, key, cancellationToken) is { } refused)
        {
            return refused;
        }

        var removed = await remove.HandleAsync(new RemoveQuestionCommand(slug, version, key), cancellationToken);
        AddRows();
        return await EndAsync(removed, slug, Heading(), s => $"/arbetsyta/radslag/{s}/{Step}", "builder.questionRemoved", cancellationToken);
    }

    public override IEnumerable<(string Label, string Value)> Saved() => Question is null
        ? []
        : [(T["field.questionText"], Question.Text), (T["field.choices"], string.Join('\n', Question.Choices.Select(c => c.Label)))];

    private async Task<IActionResult?> FindAsync(string slug, string key, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, "", cancellationToken) is { } refused)
        {
            return refused;
        }

        Question = Builder.Questionnaire.Questions.FirstOrDefault(q => q.Key == key);
        if (Question is null && key != NewKey)
        {
            return NotFound();
        }

        return await LoadAsync(slug, Heading(), cancellationToken);
    }

    private string Heading() => Question is null ? T["builder.newQuestion"] : T["builder.questionHeading", Question.Section];

    private int Check()
    {
        Limit("Input.Text", Input.Text, 300);
        Limit("Input.Section", Input.Section, 60);
        Limit("Input.Hint", Input.Hint, 600);
        for (var i = 0; i < Input.Choices.Count; i++)
        {
            Limit($"Input.Choices[{i}].Label", Input.Choices[i].Label, 200);
        }

        if (string.IsNullOrWhiteSpace(Input.Text))
        {
            ModelState.AddModelError("Input.Text", "question.textMissing");
        }

        if (!Enum.IsDefined(Input.Kind))
        {
            ModelState.AddModelError("Input.Kind", "err.value");
        }

        if (Input.Kind != QuestionKind.Multiple)
        {
            return 1;
        }

        if (int.TryParse(Input.MaxChoices, NumberStyles.None, CultureInfo.InvariantCulture, out var max) && max > 0)
        {
            return max;
        }

        ModelState.AddModelError("Input.MaxChoices", "builder.countUnreadable");
        return 1;
    }

    private WriteQuestionCommand Command(string slug, int max) => new(
        slug, Version, Question?.Key ?? "", Input.Kind, Input.Section ?? "", Input.Text ?? "", Input.Hint ?? "", Input.Required, Input.Headline, max,
        [
            .. Input.Choices
                .OrderBy(c => int.TryParse(c.Place, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : int.MaxValue)
                .Select(c => new ChoiceText(c.Key ?? "", c.Label ?? "", c.Hint ?? "", c.OptionLetter ?? "", c.OutsideBase)),
        ]);

    private static Form Fill(Question question) => new()
    {
        Kind = question.Kind,
        Section = question.Section,
        Text = question.Text,
        Hint = question.Hint,
        Required = question.Required,
        Headline = question.Headline,
        MaxChoices = question.MaxChoices.ToString(CultureInfo.InvariantCulture),
        Choices =
        [
            .. question.Choices.Select((c, i) => new Row
            {
                Key = c.Key, Label = c.Label, Hint = c.Hint, OptionLetter = c.OptionLetter, OutsideBase = c.OutsideBase,
                Place = (i + 1).ToString(CultureInfo.InvariantCulture),
            }),
        ],
    };

    private void AddRows()
    {
        var empty = Input.Choices.Count(c => string.IsNullOrWhiteSpace(c.Label));
        for (var i = empty; i < EmptyRows && Input.Choices.Count < QuestionRules.MaxChoices + EmptyRows; i++)
        {
            Input.Choices.Add(new Row { Place = (Input.Choices.Count + 1).ToString(CultureInfo.InvariantCulture) });
        }
    }

    public sealed class Form
    {
        public QuestionKind Kind { get; set; }

        public string? Section { get; set; }

        public string? Text { get; set; }

        public string? Hint { get; set; }

        public bool Required { get; set; }

        public bool Headline { get; set; }

        public string? MaxChoices { get; set; } = "3";

        public List<Row> Choices { get; set; } = [];
    }

    public sealed class Row
    {
        public string? Key { get; set; }

        public string? Place { get; set; }

        public string? Label { get; set; }

        public string? Hint { get; set; }

        public string? OptionLetter { get; set; }

        public bool OutsideBase { get; set; }
    }
}
