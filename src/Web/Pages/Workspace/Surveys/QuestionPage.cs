using System.Globalization;
using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Route = Medborgardialog.Domain.Ballots.Route;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>W7: one question with its structure beside it and how it will look. The same for a new one and one that is there.</summary>
public abstract class QuestionPage(GetSurveyBuilderHandler get, WriteSurveyQuestionHandler write) : SurveyBuilderPage(get)
{
    [BindProperty]
    public QuestionForm Input { get; set; } = new();

    /// <summary>As it is saved; null for a new one.</summary>
    public Question? Question { get; private set; }

    public override string Part => "fragor";

    /// <summary>The question as it would be with what is typed, for the preview; null while there is nothing to show.</summary>
    public Question? Shown { get; private set; }

    /// <summary>
    /// Units that may ask the question beside the core: those of the breakdown by unit, and those that are chosen and no longer there. Empty for a survey of citizens.
    /// </summary>
    public IReadOnlyList<(string Key, string Name)> Units => !Draft.IsServiceSurvey ? [] :
    [
        .. (Draft.Units?.Categories ?? []).Select(c => (c.Key, c.Name)),
        .. Input.AskedOf.Except((Draft.Units?.Categories ?? []).Select(c => c.Key)).Select(key => (key, T["sb.askedOf.gone", key])),
    ];

    /// <summary>Its place from 1; of a new one the next.</summary>
    public int Number => Question is null ? Questions.Count + 1 : Questions.ToList().FindIndex(q => q.Key == Question.Key) + 1;

    /// <summary>How the question looks to those who answer; null while there is nothing to show.</summary>
    public AnswerField? Preview
    {
        get
        {
            if (Shown is null || Shown.Kind == QuestionKind.Battery && Shown.Items.Count == 0)
            {
                return null;
            }

            var step = Route.Of([Shown with { ShowIf = null }]).Steps[0];
            return new AnswerField(step, [], null, null, Number, Math.Max(Number, Questions.Count), new Dictionary<string, Guid>(StringComparer.Ordinal))
            {
                IsPart = true,
            };
        }
    }

    protected string Heading() => Question is null ? T["builder.newQuestion"] : T["sb.questionHeading", Number, Question.Section];

    /// <summary>Loads the survey and the question; a key that is null is that of a new one.</summary>
    protected async Task<IActionResult?> FindAsync(string slug, string? key, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, "", cancellationToken) is { } refused)
        {
            return refused;
        }

        Question = Questions.FirstOrDefault(q => q.Key == key);
        if (Question is null && key is not null)
        {
            return NotFound();
        }

        await LoadAsync(slug, Heading(), cancellationToken);
        Shown = Question;
        return null;
    }

    protected async Task<IActionResult> WriteAsync(string slug, string? key, bool onlyShow, CancellationToken cancellationToken)
    {
        var version = Version;
        if (await FindAsync(slug, key, cancellationToken) is { } refused)
        {
            return refused;
        }

        Version = version;
        Input.Complete(Draft.Languages);
        var read = Check();
        if (read is not null && !onlyShow)
        {
            var written = await write.HandleAsync(new WriteSurveyQuestionCommand(slug, Version, key ?? "", read, await FilesAsync(cancellationToken)), cancellationToken);
            var page = await EndAsync(written, slug, Heading(), s => $"{HomeOf(s)}/bygg/fragor", key is null ? "builder.questionAdded" : "builder.saved", cancellationToken);
            Shown = Look();
            return page;
        }

        Shown = Look();
        if (!onlyShow)
        {
            return ShowErrors();
        }

        // The kind alone was changed: what is missing is not said until it is saved.
        ModelState.Clear();
        return Page();
    }

    public override IEnumerable<(string Label, string Value)> Saved() => Question is null
        ? []
        : [(T["field.questionText"], Question.Text), (T["field.choices"], ChoiceLines.Write(Question.Choices)), (T["sb.items"], string.Join('\n', Question.Items.Select(i => i.Text)))];

    /// <summary>Lines that can have a picture, each with its place from 0 and whether it has one.</summary>
    public IEnumerable<(int Line, string Label, bool HasPicture)> PictureLines => ChoiceLines.Read(Input.Choices)
        .Select((c, i) => (i, c.Label, Question?.Choices.Any(k => k.Label == c.Label && k.PictureId is not null) == true, c.OutsideBase))
        .Where(l => !l.OutsideBase).Take(QuestionRules.MaxChoices).Select(l => (l.i, l.Label, l.Item3));

    /// <summary>The name of the field with the picture of a line.</summary>
    public static string FileName(int line) => string.Create(CultureInfo.InvariantCulture, $"bild-{line}");

    private async Task<IReadOnlyDictionary<int, byte[]>> FilesAsync(CancellationToken cancellationToken)
    {
        var files = new Dictionary<int, byte[]>();
        foreach (var (line, _, _) in Input.Kind == QuestionKind.Image && Request.HasFormContentType ? PictureLines : [])
        {
            if (Request.Form.Files.GetFile(FileName(line)) is { Length: > 0 } file)
            {
                using var buffer = new MemoryStream();
                await file.CopyToAsync(buffer, cancellationToken);
                files[line] = buffer.ToArray();
            }
        }

        return files;
    }

    /// <summary>What is typed as a question, however incomplete.</summary>
    private Question? Look() => string.IsNullOrWhiteSpace(Input.Text)
        ? null
        : new Question
        {
            Key = "visa", Kind = Input.Kind, Text = Input.Text.Trim(), Section = string.IsNullOrWhiteSpace(Input.Section) ? Input.Text.Trim() : Input.Section.Trim(),
            Hint = Input.Hint, Required = Input.Required, Unit = Input.Unit, Place = Input.Place,
            Choices = [.. ChoiceLines.Read(Input.Choices).Where(c => !Input.IsTyped || c.OutsideBase || c.NoExperience)
                .Select((c, i) => new Choice(string.Create(CultureInfo.InvariantCulture, $"{i}"), c.Label, OutsideBase: c.OutsideBase, NoExperience: c.NoExperience, Positive: c.Positive))],
            Items = [.. Lines(Input.Items).Select((text, i) => new BatteryItem(string.Create(CultureInfo.InvariantCulture, $"{i}"), text))],
        };

    /// <summary>Reads the fields of the kind; errors land in the model state. Null when something is wrong.</summary>
    private SurveyQuestionText? Check()
    {
        Limit("Input.Text", Input.Text, 300);
        Limit("Input.Section", Input.Section, 60);
        Limit("Input.Hint", Input.Hint, 600);
        Limit("Input.Choices", Input.Choices, 4000);
        Limit("Input.Items", Input.Items, 8000);
        Limit("Input.Unit", Input.Unit, 40);
        Limit("Input.Indicator", Input.Indicator, 32);
        for (var i = 0; i < Input.Languages.Count; i++)
        {
            Limit($"Input.Languages[{i}].Text", Input.Languages[i].Text, 300);
            Limit($"Input.Languages[{i}].Choices", Input.Languages[i].Choices, 4000);
            Limit($"Input.Languages[{i}].Items", Input.Languages[i].Items, 8000);
        }

        if (string.IsNullOrWhiteSpace(Input.Text))
        {
            ModelState.AddModelError("Input.Text", "question.textMissing");
        }

        if (!Enum.IsDefined(Input.Kind) || !Enum.IsDefined(Input.Place))
        {
            ModelState.AddModelError("Input.Kind", "err.value");
        }

        var number = Input.Kind == QuestionKind.Number;
        var most = Input.HasMost ? ReadCount("Input.MaxChoices", Input.MaxChoices, 1) : 1;
        var decimals = number ? ReadCount("Input.Decimals", Input.Decimals, 0) : 0;
        var (lowest, highest) = number ? (ReadNumber("Input.Lowest", Input.Lowest), ReadNumber("Input.Highest", Input.Highest)) : (null, null);
        return ModelState.IsValid ? Input.Read(most, lowest, highest, decimals) : null;
    }

    private int ReadCount(string field, string? text, int least)
    {
        if (int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least)
        {
            return number;
        }

        ModelState.AddModelError(field, "sb.countUnreadable");
        return least;
    }

    private decimal? ReadNumber(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (decimal.TryParse(text.Trim().Replace(',', '.').Replace('\u2212', '-'), style, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1_000_000_000_000m)
        {
            return number;
        }

        ModelState.AddModelError(field, "answer.numberUnreadable");
        return null;
    }
}
