using System.Text.Json;
using Medborgardialog.Application.Registration;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Web.Pages.Shared;
using Medborgardialog.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Route = Medborgardialog.Domain.Ballots.Route;

namespace Medborgardialog.Web.Pages.Kiosk;

public enum KioskStage
{
    Start,
    Question,
    Check,
    Done,

    /// <summary>No answers are taken.</summary>
    Shut,
}

/// <summary>
/// K7: a public screen. The answers are in the page that is shown and nowhere else: no draft, no cookie, no address that leads back to
/// them. Without input it returns to the start after three minutes, whatever it shows.
/// </summary>
public sealed class IndexModel(GetKioskHandler get, CastAtKioskHandler cast, KioskMode kiosk, CodeLimits limits) : AppPage
{
    private const int LongestSheet = 200_000;
    private const string English = "en";
    private string? _error;

    [FromRoute(Name = "kind")]
    public string Kind { get; set; } = "";

    [FromRoute(Name = "slug")]
    public string Slug { get; set; } = "";

    [BindProperty(Name = "svar")]
    public string? Answers { get; set; }

    [BindProperty(Name = "nyckel")]
    public string? FormKey { get; set; }

    [BindProperty(Name = "nr")]
    public int Number { get; set; }

    [BindProperty(Name = "val")]
    public IReadOnlyList<string> Choices { get; set; } = [];

    [BindProperty(Name = "text")]
    public string? Text { get; set; }

    [BindProperty(Name = "kod")]
    public string? Code { get; set; }

    /// <summary>Language of the questions that was chosen at the start; carried by the forms, so that whoever comes next begins in Swedish.</summary>
    [BindProperty(Name = "sprak")]
    public string? Chosen { get; set; }

    public KioskView View { get; private set; } = null!;

    public KioskStage Stage { get; private set; }

    public AnswerSheet Sheet { get; private set; } = new();

    public AnswerField? Field { get; private set; }

    public FormCast? Cast { get; private set; }

    /// <summary>Why no answers are taken, in words.</summary>
    public string Shut { get; private set; } = "";

    /// <summary>Local address of the start screen.</summary>
    public string Start => $"/kiosk/{Kind}/{Slug}";

    /// <summary>BCP 47 tag of the language that the questions are shown in.</summary>
    public string Words => Chosen is { } tag && View.Definition.Languages.Contains(tag) ? tag : "sv";

    /// <summary>Beside Swedish: what the questions are translated to, and English, which the buttons have words in.</summary>
    public IReadOnlyList<string> OtherLanguages => [.. View.Definition.Languages.Append(English).Distinct(StringComparer.Ordinal)];

    /// <summary>Address of the start screen, in Swedish whatever language was answered in.</summary>
    public string StartAddress => Home + Start;

    private string Home => Resources.Language.IsEnglish ? Request.PathBase.Value![..^Resources.Language.EnglishPrefix.Length] : Request.PathBase.Value ?? "";

    /// <summary>Where the button of a language sends: English has pages of its own around the questions.</summary>
    public string BeginIn(string tag) => $"{Home}{(tag == English ? Resources.Language.EnglishPrefix : "")}{Start}?handler=Begin";

    private Route Route => View.Definition.Questionnaire.Route;

    private KioskDevice? Device => kiosk.Find(HttpContext);

    public override void OnPageHandlerExecuted(PageHandlerExecutedContext context) => Response.Headers.CacheControl = "no-store";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } other)
        {
            return other;
        }

        if (User.Identity?.IsAuthenticated == true)
        {
            // Staff who signed in to end it and did not. Never on a device that is no kiosk.
            await HttpContext.SignOutAsync(Session.Scheme);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostBeginAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ?? ShowQuestion(Route.Next(0, Sheet));

    /// <param name="flytta">Set by a button of a ranking: shows the new order.</param>
    /// <param name="bakat">Set by the button that goes back.</param>
    public async Task<IActionResult> OnPostAnswerAsync(string? flytta, string? bakat, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } other)
        {
            return other;
        }

        if (Route.Number(Number) is not { } step)
        {
            return NotFound();
        }

        if (flytta is not null)
        {
            Choices = Ranking.Move(Choices, flytta);
            return ShowTyped(step);
        }

        if (bakat is not null)
        {
            return Route.Previous(Number, Sheet) is { } before ? ShowQuestion(before) : Redirect(StartAddress);
        }

        var answer = AnswerCheck.Check(step.Question, [.. Choices], Text);
        if (!answer.IsSuccess)
        {
            return ShowWrong(step, answer.Error);
        }

        Sheet.Set(step.Question.Key, answer.Value);
        return ShowQuestion(Route.Next(Number, Sheet));
    }

    public async Task<IActionResult> OnPostGoAsync(int till, CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ?? (Route.Number(till) is { } step ? ShowQuestion(step) : NotFound());

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } other)
        {
            return other;
        }

        if (FormKey is not { Length: 32 } || !FormKey.All(char.IsAsciiHexDigit))
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        var network = HttpContext.Connection.RemoteIpAddress;
        var error = !limits.MayTry(network) ? new CodeLocked() : (await SendAsync(limits.HasGuessedWrong(network), cancellationToken)).Error;
        if (error is CodeUnknown)
        {
            limits.CountWrong(network);
        }

        return error is null ? Page() : Explain(error);
    }

    private async Task<Result<FormCast>> SendAsync(bool hasGuessedWrong, CancellationToken cancellationToken)
    {
        var sent = await cast.HandleAsync(
            new CastAtKioskCommand(Kind, Slug, Device?.DialogueId, Sheet, Convert.FromHexString(FormKey!), Code, hasGuessedWrong), cancellationToken);
        (Cast, Stage) = (sent.Value, sent.IsSuccess ? KioskStage.Done : KioskStage.Check);
        return sent;
    }

    private IActionResult Explain(Error error)
    {
        if (AnswerErrorText.QuestionOf(error) is { } key && Route.Find(key) is { } step)
        {
            ShowQuestion(step);
            return ShowWrong(step, error);
        }

        if (error is AnswersClosed or AnswersCancelled or AnswersPaused or AnswersNotOpen or NotEligible)
        {
            return Close(error);
        }

        ShowQuestion(null);
        return Fail(error, error is RuleError ? "kod" : "");
    }

    private PageResult ShowQuestion(Step? step)
    {
        Answers = Sheet.ToJson();
        if (step is null)
        {
            Stage = KioskStage.Check;
            FormKey = FormKey is { Length: 32 } ? FormKey : Convert.ToHexString(RandomId.Bytes(16));
            return Page();
        }

        Choices = Sheet[step.Question.Key].Choices;
        Text = Sheet[step.Question.Key].Text;
        return ShowTyped(step);
    }

    private PageResult ShowTyped(Step step)
    {
        Answers = Sheet.ToJson();
        Stage = KioskStage.Question;
        Number = step.Number;
        var shown = Route.Shown(Sheet);
        Field = new AnswerField(
            step.In(Words), Choices, Text, _error, shown.Take(step.Number - 1).Count(s => s) + 1, shown.Count(s => s), View.Definition.PictureByOption) { Language = Words };
        return Page();
    }

    private IActionResult ShowWrong(Step step, Error error)
    {
        _error = AnswerErrorText.Of(error, step.Question, T);
        ModelState.AddModelError(AnswerField.FirstIdOf(step.Question), _error);
        ShowTyped(step);
        return ShowErrors();
    }

    private PageResult Close(Error error)
    {
        Stage = KioskStage.Shut;
        Shut = T.Refusal(HttpContext.RequestServices.GetRequiredService<Resources.Dates>(), error);
        Response.StatusCode = HttpMethods.IsGet(Request.Method) ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetKioskQuery(Kind, Slug, Device?.DialogueId), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        View = found.Value;
        Sheet = ReadSheet();
        ViewData["Title"] = View.Definition.Title;
        ViewData["MarkName"] = View.Definition.NameInText;
        ViewData["MarkHref"] = StartAddress;
        return View.Refusal is { } refusal && Request.Query["handler"] != "Send" ? Close(refusal) : null;
    }

    private AnswerSheet ReadSheet()
    {
        try
        {
            return Answers is { Length: > 0 and < LongestSheet } ? AnswerSheet.FromJson(Answers) : new AnswerSheet();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return new AnswerSheet();
        }
    }
}
