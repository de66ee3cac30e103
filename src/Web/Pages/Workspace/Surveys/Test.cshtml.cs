using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Route = Medborgardialog.Domain.Ballots.Route;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>The draft as a respondent walks through it. The answers are kept nowhere but in the form.</summary>
public sealed class TestModel(GetSurveyBuilderHandler get) : SurveyBuilderPage(get)
{
    private const int MostKept = QuestionRules.MaxSteps;
    private AnswerSheet _sheet = new();
    private string? _errorText;

    public override string Part => "testa";

    /// <summary>The page that is shown; null after the last.</summary>
    public Step? Step { get; private set; }

    /// <summary>BCP 47.</summary>
    public string Tongue { get; private set; } = "sv";

    /// <summary>Key of the unit that whoever tests is a user of; null for none.</summary>
    public string? Unit { get; private set; }

    /// <summary>Units to choose among: where some of them ask beside the core, and no answer tells which it is.</summary>
    public IReadOnlyList<BreakdownCategory> Units =>
        Questions.Any(q => q.IsAddOn) && !QuestionLogic.AsksUnit(Questions) ? Draft.Units?.Categories ?? [] : [];

    public IReadOnlyList<Step> Steps => [.. Route.Possible.Select(s => s.In(Tongue))];

    public bool HasPrevious => Step is { } now && Route.Previous(now.Number, _sheet) is not null;

    /// <summary>One for each answer: the key, a space, then a bar with the choices after it or an equals sign with the text.</summary>
    public IEnumerable<string> Kept => _sheet.Answers.Select(a => a.Value.Text.Length > 0 ? $"{a.Key} ={a.Value.Text}" : $"{a.Key} |{string.Join('|', a.Value.Choices)}");

    /// <summary>What has been answered and counts, in words.</summary>
    public IReadOnlyList<(string Text, string Value)> Answered
    {
        get
        {
            var shown = Route.Shown(_sheet);
            return [.. Steps.Where(s => shown[s.Number - 1] && !_sheet[s.Question.Key].IsEmpty).Select(s => (s.Question.Text, Told(s.Question, _sheet[s.Question.Key])))];
        }
    }

    public AnswerField? Field
    {
        get
        {
            if (Step is null)
            {
                return null;
            }

            var (shown, answer) = (Route.Shown(_sheet), Typing ?? _sheet[Step.Question.Key]);
            return new AnswerField(
                Step.In(Tongue), answer.Choices, answer.Text, _errorText, shown.Take(Step.Number - 1).Count(s => s) + 1, Math.Max(1, shown.Count(s => s)),
                new Dictionary<string, Guid>(StringComparer.Ordinal))
            {
                Language = Tongue,
                IsPart = true,
            };
        }
    }

    /// <summary>What was typed and is not accepted yet.</summary>
    private Answer? Typing { get; set; }

    private Route Route => Builder.Questionnaire.Route.For(Unit);

    private string Title => T["sb.part.test"];

    public bool IsShown(Step step) => Route.Shown(_sheet)[step.Number - 1];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, Title, cancellationToken) is { } refused)
        {
            return refused;
        }

        Step = Route.Next(0, _sheet);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, TestForm form, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, Title, cancellationToken) is { } refused)
        {
            return refused;
        }

        // The form is the only memory: the fields show what it says now, not what was sent.
        ModelState.Clear();
        Tongue = Draft.Languages.FirstOrDefault(l => l == form.Sprak) ?? "sv";
        Unit = Units.FirstOrDefault(u => u.Key == form.Enhet)?.Key;
        Read(form.Svar ?? []);
        Step = Route.Number(form.Nu);
        switch (form)
        {
            case { Flytta: { Length: > 0 } move }:
                Typing = new Answer(Ranking.Move(form.Val ?? [], move), "");
                return Page();
            case { Gor: "hoppa" }:
                Step = Route.Number(form.Hoppa) ?? Route.Next(0, _sheet);
                return Page();
            case { Gor: "om" }:
                _sheet = new AnswerSheet();
                Step = Route.Next(0, _sheet);
                return Page();
            case { Gor: "bak" }:
                Step = Step is null ? Route.Next(0, _sheet) : Route.Previous(Step.Number, _sheet) ?? Step;
                return Page();
            default:
                return GoOn(form);
        }
    }

    private IActionResult GoOn(TestForm form)
    {
        if (Step is null)
        {
            Step = Route.Next(0, _sheet);
            return Page();
        }

        var question = Step.In(Tongue).Question;
        var answer = AnswerCheck.Check(Step.Question, form.Val ?? [], form.Text);
        if (!answer.IsSuccess)
        {
            Typing = new Answer(form.Val ?? [], form.Text ?? "");
            _errorText = AnswerErrorText.Of(answer.Error, question, T);
            ModelState.AddModelError(AnswerField.FirstIdOf(question), _errorText);
            return ShowErrors();
        }

        _sheet.Set(Step.Question.Key, answer.Value);
        Step = Route.Next(Step.Number, _sheet);
        return Page();
    }

    /// <summary>What does not fit the questions any more is left out: the draft may have been changed meanwhile.</summary>
    private void Read(IReadOnlyList<string> kept)
    {
        foreach (var line in kept.Take(MostKept))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (space <= 0 || space + 1 >= line.Length || Route.Find(line[..space]) is not { } step)
            {
                continue;
            }

            var rest = line[(space + 2)..];
            var answer = line[space + 1] == '=' ? AnswerCheck.Check(step.Question, [], rest) : AnswerCheck.Check(step.Question, rest.Split('|'), null);
            if (answer.IsSuccess)
            {
                _sheet.Set(step.Question.Key, answer.Value);
            }
        }
    }

    private static string Told(Question question, Answer answer) => answer.Text.Length > 0
        ? answer.Text
        : string.Join(", ", answer.Choices.Select(key => question.Choices.FirstOrDefault(c => c.Key == key)?.Label ?? key));

    /// <summary>The fields as they are named in the page.</summary>
    public sealed class TestForm
    {
        public List<string>? Svar { get; set; }

        public List<string>? Val { get; set; }

        public string? Text { get; set; }

        public string? Flytta { get; set; }

        public string? Gor { get; set; }

        public int Nu { get; set; }

        public int Hoppa { get; set; }

        public string? Sprak { get; set; }

        public string? Enhet { get; set; }
    }
}
