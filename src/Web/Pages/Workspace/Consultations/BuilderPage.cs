using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Consultations;

/// <summary>
/// A page of the officers about one rådslag: loads it, keeps what was typed when something is refused, and shows what
/// is saved now beside it when another has saved meanwhile.
/// </summary>
public abstract class BuilderPage(GetBuilderHandler get) : OfficerPage
{
    public BuilderView Builder { get; private set; } = null!;

    public Consultation Draft => Builder.Consultation;

    /// <summary>The version that the form was made from; hidden in every form.</summary>
    [BindProperty]
    public uint Version { get; set; }

    /// <summary>Another has saved since the form was made. <see cref="Saved"/> then shows what stands there now.</summary>
    public bool IsStale { get; private set; }

    /// <summary>What is saved now, as label and text, for <see cref="IsStale"/>.</summary>
    public virtual IEnumerable<(string Label, string Value)> Saved() => [];

    public string Home => $"/arbetsyta/radslag/{Draft.Slug}";

    public static string TaskPath(string slug, BuilderTask task) => $"/arbetsyta/radslag/{slug}/bygg/{Segments[task]}";

    /// <summary>Where to do something about a check.</summary>
    public static string PathOf(PublishCheck check, Consultation consultation) =>
        BuilderTasks.Of(check, consultation) is { } task
            ? TaskPath(consultation.Slug, task)
            : $"/arbetsyta/radslag/{consultation.Slug}/publicera";

    private static readonly Dictionary<BuilderTask, string> Segments = new()
    {
        [BuilderTask.Question] = "fraga",
        [BuilderTask.Influence] = "paverkan",
        [BuilderTask.Background] = "bakgrund",
        [BuilderTask.Options] = "alternativ",
        [BuilderTask.Talk] = "samtal",
        [BuilderTask.Questions] = "fragor",
        [BuilderTask.Eligibility] = "vilka",
        [BuilderTask.Committee] = "namnd",
        [BuilderTask.Schedule] = "tider",
        [BuilderTask.Channels] = "kanaler",
    };

    /// <summary>Loads the rådslag and heads the page. Null when all is well, else the page to show instead.</summary>
    protected async Task<IActionResult?> LoadAsync(string slug, string title, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetBuilderQuery(slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Builder = found.Value;
        Version = Draft.Version;
        ViewData["Title"] = title.Length > 0 ? $"{title} – {Draft.NameInText}" : Draft.Title;
        ViewData["Crumb"] = title.Length > 0 ? title : Draft.NameInText;
        ViewData["Crumbs"] = title.Length > 0
            ? new (string Href, string Text)[] { ("/arbetsyta/radslag", T["work.dialogues"]), (Home, Draft.NameInText) }
            : new (string Href, string Text)[] { ("/arbetsyta/radslag", T["work.dialogues"]) };
        return null;
    }

    /// <summary>Ends a form: back to where the work goes on, or the same page with what was typed and why not.</summary>
    protected async Task<IActionResult> EndAsync(
        Result<ConsultationSaved> saved, string slug, string title, Func<string, string> goOn, string doneKey, CancellationToken cancellationToken)
    {
        if (saved.IsSuccess)
        {
            return RedirectDone(goOn(saved.Value.Slug), doneKey);
        }

        return await LoadAsync(slug, title, cancellationToken) ?? ShowRefused(saved.Error);
    }

    protected async Task<IActionResult> ShowErrorsAsync(string slug, string title, CancellationToken cancellationToken)
    {
        // The version stays the one that the form was made from: nothing has been compared yet.
        var version = Version;
        var refused = await LoadAsync(slug, title, cancellationToken);
        Version = version;
        return refused ?? ShowErrors();
    }

    private IActionResult ShowRefused(Error error)
    {
        IsStale = error is ConsultationChangedMeanwhile;
        object[] arguments = error switch
        {
            TooManyOptions e => [e.Max],
            TooManyQuestions e => [e.Max],
            ChoicesWrong e => [e.Max],
            MaxChoicesWrong e => [e.Count],
            _ => [],
        };
        if (error is ApprovalNeedsSecondPerson)
        {
            // Said on the page and not as a forbidden page: the officer may read it, only not approve it.
            ModelState.AddModelError("", T[error.Code]);
            return ShowErrors();
        }

        return Fail(error, FieldOf(error), arguments);
    }

    private static string FieldOf(Error error) => error switch
    {
        TitleWrong => "Input.Title",
        SlugWrong or SlugTaken => "Input.Slug",
        NothingToInfluence => "Input.Level",
        ScheduleWrong e => $"Input.{e.Field}",
        ReasonMissing => "Input.Reason",
        NoticeTextMissing => "Input.Text",
        CommitteeUnknown => "Input.CommitteeId",
        ModeratorsWrong => "Input.ModeratorId",
        QuestionTextMissing => "Input.Text",
        ChoicesWrong => "Input.Choices",
        MaxChoicesWrong => "Input.MaxChoices",
        HeadlineNeedsOneChoice => "Input.Headline",
        PictureTooLarge or PictureTooManyPixels or PictureUnreadable => "Input.Picture",
        _ => "",
    };
}
