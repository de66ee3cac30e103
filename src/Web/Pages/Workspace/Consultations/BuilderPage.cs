using System.Globalization;
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
public abstract class BuilderPage(GetBuilderHandler get) : AppPage
{
    private const int LongestText = 20_000;

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

    /// <summary>Says how many characters a text is too long.</summary>
    protected void Limit(string field, string? text, int max = LongestText)
    {
        if (text?.Length > max)
        {
            ModelState.AddModelError(field, T["err.tooLong", text.Length - max, max]);
        }
    }

    /// <summary>Reads what a date-and-time field sends; an empty or unreadable one becomes an error of the field.</summary>
    protected DateTime ReadTime(string field, string? text)
    {
        string[] formats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH.mm"];
        if (DateTime.TryParseExact(text?.Trim(), formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        ModelState.AddModelError(field, string.IsNullOrWhiteSpace(text) ? "err.required" : "builder.timeUnreadable");
        return default;
    }

    protected DateOnly ReadDay(string field, string? text)
    {
        if (DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        ModelState.AddModelError(field, string.IsNullOrWhiteSpace(text) ? "err.required" : "builder.dayUnreadable");
        return default;
    }

    protected static string Typed(DateTimeOffset instant) =>
        instant.ToSwedish().ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    protected static string Typed(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    protected static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

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
