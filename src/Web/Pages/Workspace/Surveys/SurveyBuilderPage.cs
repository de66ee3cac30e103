using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.Web.Pages.Workspace.Panels;
using Medborgardialog.Web.Resources;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>
/// A page of the officers about one survey: loads it, keeps what was typed when something is refused, and shows what is saved now
/// beside it when another has saved meanwhile.
/// </summary>
public abstract class SurveyBuilderPage(GetSurveyBuilderHandler get) : OfficerPage
{
    private static readonly Dictionary<SurveyTask, string> _segments = new()
    {
        [SurveyTask.Texts] = "texter",
        [SurveyTask.Questions] = "fragor",
        [SurveyTask.Who] = "vilka",
        [SurveyTask.Committee] = "namnd",
        [SurveyTask.Times] = "tider",
        [SurveyTask.Channels] = "kanaler",
    };

    public SurveyBuilderView Builder { get; private set; } = null!;

    public Survey Draft => Builder.Survey;

    public IReadOnlyList<Question> Questions => Builder.Questionnaire.Questions;

    /// <summary>The version that the form was made from; hidden in every form.</summary>
    [BindProperty]
    public uint Version { get; set; }

    /// <summary>Another has saved since the form was made. <see cref="Saved"/> then shows what stands there now.</summary>
    public bool IsStale { get; private set; }

    public string Home => HomeOf(Draft.Slug);

    /// <summary>The part of the survey that the page is about, for the links over it.</summary>
    public virtual string Part => "";

    /// <summary>What is saved now, as label and text, for <see cref="IsStale"/>.</summary>
    public virtual IEnumerable<(string Label, string Value)> Saved() => [];

    /// <summary>The units that ask a question beside the core, in words.</summary>
    public string UnitNames(Question question) => string.Join(", ", Draft.UnitsOf(question));

    public static string HomeOf(string slug) => $"/arbetsyta/enkater/{slug}";

    public static string TaskPath(string slug, SurveyTask task) => $"{HomeOf(slug)}/bygg/{_segments[task]}";

    /// <summary>Loads the survey and heads the page. Null when all is well, else the page to show instead.</summary>
    protected async Task<IActionResult?> LoadAsync(string slug, string title, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetSurveyBuilderQuery(slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Builder = found.Value;
        Version = Draft.Version;
        await LoadMoreAsync(slug, cancellationToken);
        ViewData["Title"] = title.Length > 0 ? $"{title} – {Draft.NameInText}" : Draft.Title;
        ViewData["Crumb"] = title.Length > 0 ? title : Draft.NameInText;
        ViewData["Crumbs"] = title.Length > 0
            ? new (string Href, string Text)[] { ("/arbetsyta/enkater", T["work.surveys"]), (Home, Draft.NameInText) }
            : new (string Href, string Text)[] { ("/arbetsyta/enkater", T["work.surveys"]) };
        return null;
    }

    /// <summary>What a page shows beside the survey; the survey has been found.</summary>
    protected virtual Task LoadMoreAsync(string slug, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends a form: back to where the work goes on, or the same page with what was typed and why not.</summary>
    protected async Task<IActionResult> EndAsync(
        Result<SurveySaved> saved, string slug, string title, Func<string, string> goOn, string doneKey, CancellationToken cancellationToken)
    {
        if (saved.IsSuccess)
        {
            return RedirectDone(goOn(saved.Value.Slug), doneKey);
        }

        return await LoadAsync(slug, title, cancellationToken) ?? ShowRefused(saved.Error);
    }

    /// <summary>What another feature asks before the survey is approved, in words.</summary>
    public string Sentence(ApprovalCheck check) => T[$"{check.Code}.{(check.IsDone ? "done" : "left")}", check.Week is { } week ? Week(week) : check.Number];

    protected async Task<IActionResult> ShowErrorsAsync(string slug, string title, CancellationToken cancellationToken)
    {
        // The version stays the one that the form was made from: nothing has been compared yet.
        var version = Version;
        var refused = await LoadAsync(slug, title, cancellationToken);
        Version = version;
        return refused ?? ShowErrors();
    }

    /// <summary>Shows the same page with the sentence of the error. The page has loaded.</summary>
    protected IActionResult ShowRefused(Error error)
    {
        IsStale = error is SurveyChangedMeanwhile;
        object[] arguments = error switch
        {
            SurveyTitleWrong e => [e.Max],
            LanguagesWrong e => [e.Max],
            BreakdownWrong e => [e.Name],
            TooManyVariables e => [e.Max],
            TooManyQuestions e => [e.Max],
            ChoicesWrong e => [e.Max],
            ItemsWrong e => [e.Max],
            MaxChoicesWrong e => [e.Count],
            ConditionWrong e => [e.Section],
            ExperienceMissing e => [e.Section],
            MeasuredTwice e => [e.Section],
            QuestionAskedFor e => [e.Section, e.By],
            ChoiceAskedFor e => [e.Label, e.By],
            ChoicePictureMissing e => [e.Label],
            AddOnInCore e => [e.Section],
            AddOnAskedFor e => [e.Section, e.By],
            AddOnBeforeCore e => [e.Section, e.Core],
            AddOnOnlyForUsers e => [e.Section],
            AddOnUnitUnknown e => [e.Section, e.Unit],
            WaveWithoutWeek e => [Week(e.Week)],
            WeekOfAnotherWave e => [Week(e.Week)],
            EarlierWaveNotReturned e => [e.Wave],
            TooManyQuestionsForYouth e => [e.Most],
            ConditionUnreadable e => [e.Position, e.Found.Length > 0 ? e.Found : T["logic.theEnd"]],
            _ => [],
        };
        if (error is SurveyNeedsSecondPerson)
        {
            // Said on the page and not as a forbidden page: the officer may read it, only not approve it.
            ModelState.AddModelError("", T[error.Code]);
            return ShowErrors();
        }

        return Fail(error, FieldOf(error), arguments);
    }

    private string Week(DateOnly week) => WeekDays.Sentence(T, week, HttpContext.RequestServices.GetRequiredService<Dates>().Today);

    private static string FieldOf(Error error) => error switch
    {
        SurveyTitleWrong => "Input.Title",
        ProgrammeUnknown => "Input.ProgrammeId",
        EditionMissing => "Input.Edition",
        LanguagesWrong => "Languages",
        BreakdownWrong or TooManyVariables => "Input.Text",
        DesignNeedsCodes => "Input.Design",
        InvitedWrong or InvitedMissing => "Input.Invited",
        SurveyTimesWrong e => $"Input.{e.Field}",
        ScheduleWrong e => $"Input.{e.Field}",
        SurveyReasonMissing => "Input.Reason",
        CommitteeUnknown => "Input.CommitteeId",
        QuestionTextMissing => "Input.Text",
        ChoicesWrong or ChoiceAskedFor or ChoicePictureMissing or PictureTooLarge or PictureUnreadable or PictureTooManyPixels => "Input.Choices",
        ItemsWrong => "Input.Items",
        MaxChoicesWrong => "Input.MaxChoices",
        HeadlineNeedsOneChoice => "Input.Headline",
        NumberLimitsWrong => "Input.Lowest",
        ExperienceMissing => "Input.Perspective",
        MeasuredTwice => "Input.Measures",
        ConditionUnreadable or ConditionWrong => "Condition",
        BreakNoteMissing => "Note",
        BankKeyWrong => "BankKey",
        AddOnInCore => "Input.AskedOf",
        _ => "",
    };
}
