using System.Security.Cryptography;
using System.Text.Json;
using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Classrooms;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Web.Pages.Shared;
using Medborgardialog.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medborgardialog.Web.Pages.Answers;

/// <summary>
/// S8c: everything on one page before it is sent. The page carries the answers and a random form key, so that sending is one
/// round trip to the database and the same form sent twice gives the same receipt.
/// </summary>
public sealed class CheckModel(GetDraftHandler get, CastBallotHandler cast, KeepDraftHandler keep, OpenAnswerLimits limits, ICurrentUser me) : AnswerPage
{
    public AnswerSheet Sheet { get; private set; } = new();

    /// <summary>Whether it can be sent from here, without proving anything more.</summary>
    public bool MaySend => Participant is not null || Definition.MinimumAssurance == AssuranceLevel.None;

    public bool NeedsCode => Definition.OnlyWithCode || Definition.MinimumAssurance == AssuranceLevel.LetterCode;

    /// <summary>Key of what is said beside the button when more must be proved.</summary>
    public string Proof => NeedsCodeAgain || NeedsCode ? "answer.codeToSend" : Definition.MinimumAssurance == AssuranceLevel.EId ? "answer.eIdToSend" : "answer.signInToSend";

    /// <summary>Key of what the button says then.</summary>
    public string ProofButton => NeedsCodeAgain || NeedsCode ? "answer.codeAndSend" : Definition.MinimumAssurance == AssuranceLevel.EId ? "answer.signIn" : "answer.signInAndSend";

    /// <summary>Somebody is signed in, but not at the level that is asked for.</summary>
    private bool IsSignedIn => me.Id is not null;

    /// <summary>When set, the answer could not be sent any more and is only shown.</summary>
    public string? NotSent { get; private set; }

    /// <summary>The code that opened the dialogue has been revoked or exchanged, or its time is over.</summary>
    public bool IsCodeRefused { get; private set; }

    [BindProperty(Name = "svar")]
    public string Answers { get; set; } = "";

    [BindProperty(Name = "nyckel")]
    public string FormKey { get; set; } = "";

    /// <summary>A field that no person sees (trust T25).</summary>
    [BindProperty(Name = "hemsida")]
    public string? Trap { get; set; }

    /// <summary>Nothing at all is proved by whoever answers.</summary>
    public bool IsOpenDoor => Participant is null ? Definition.MinimumAssurance == AssuranceLevel.None : Participant.Door == AnswerDoor.Open;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } other)
        {
            return other;
        }

        if (NeedsCodeAgain)
        {
            return ToCode("/kontrollera");
        }

        var draft = (await get.HandleAsync(new GetDraftQuery(Dialogue, ReadDraft()), cancellationToken)).Value!;
        if (draft.Sheet.Answers.Count == 0)
        {
            TempData[DoneKey] = T["answer.nothingKept"];
            return Redirect(Local(Step("")));
        }

        Show(draft.Sheet);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Read() is not { } sent || Key() is not { } formKey)
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        if (await FindAsync(cancellationToken) is { } other)
        {
            return other;
        }

        if (HasCodeEnded)
        {
            await KeepSentAsync(sent, cancellationToken);
            return Explain(new NotEligible(), sent);
        }

        if (NeedsCodeAgain || (!MaySend && (NeedsCode || !IsSignedIn)))
        {
            return await ProveFirstAsync(sent, cancellationToken);
        }

        var isMany = false;
        if (IsOpenDoor && !limits.Take(HttpContext.Connection.RemoteIpAddress, out isMany))
        {
            return TooMany(sent);
        }

        var draft = ReadDraft();
        var editKey = ReadEditKey();
        var command = new CastBallotCommand(Dialogue, sent, formKey, draft?.Id, editKey ?? EditKeyFor(formKey), IsNewEditKey: editKey is null)
        {
            IsSuspect = isMany || !string.IsNullOrEmpty(Trap),
        };
        var outcome = await cast.HandleAsync(command, cancellationToken);
        if (!outcome.IsSuccess)
        {
            return Explain(outcome.Error, sent);
        }

        if (outcome.Value is { Changed: false, Replayed: false } && Lesson is { } lesson)
        {
            await HttpContext.RequestServices.GetRequiredService<CountClassAnswerHandler>().HandleAsync(new CountClassAnswerCommand(lesson), cancellationToken);
        }

        ForgetDraft();
        ForgetEditKey();
        var (code, at, changed, participantId) = outcome.Value;
        KeepReceipt(new SentAnswer(participantId, code, at, changed, command.EditKey, command.IsNewEditKey));
        return Redirect(Local(Step("/klart")));
    }

    /// <summary>The lesson whose code was typed in this browser, for the teacher's number.</summary>
    private Guid? Lesson => HttpContext.RequestServices.GetRequiredService<IAnswerPasses>().Find(Definition.DialogueId)?.LessonId;

    /// <summary>Mode A: derived from the form's key, so that the same form sent twice shows the same edit key. Other modes ignore it.</summary>
    private static string EditKeyFor(byte[] formKey) =>
        EditKey.FromRandom(HKDF.DeriveKey(HashAlgorithmName.SHA256, formKey, 17, info: "edit-key"u8.ToArray()));

    private async Task<IActionResult> ProveFirstAsync(AnswerSheet sent, CancellationToken cancellationToken)
    {
        await KeepSentAsync(sent, cancellationToken);
        return NeedsCodeAgain || NeedsCode ? ToCode("/kontrollera") : Redirect(Local($"/logga-in?till={Step("/kontrollera")}"));
    }

    private async Task KeepSentAsync(AnswerSheet sent, CancellationToken cancellationToken) =>
        KeepDraft((await keep.HandleAsync(new KeepDraftCommand(Dialogue, sent, ReadDraft()), cancellationToken)).Value!.Token);

    private PageResult TooMany(AnswerSheet sent)
    {
        Show(sent);
        ModelState.AddModelError("", T["answer.tooMany"]);
        Response.Headers.RetryAfter = "600";
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return Page();
    }

    private IActionResult Explain(Error error, AnswerSheet sent)
    {
        Show(sent);
        switch (error)
        {
            case AnswersClosed closed:
                NotSent = T.Of(Dialogue.Kind, error.Code, Dates.Moment(closed.ClosedAt));
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Page();
            case AnswersNotOpen or AnswersPaused or AnswersCancelled:
                NotSent = T.Of(Dialogue.Kind, error.Code);
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Page();
            case NotEligible:
                IsCodeRefused = HasCodeEnded || Participant?.Door == AnswerDoor.LetterCode;
                NotSent = IsCodeRefused ? T["answer.codeRefused"] : T.Of(Dialogue.Kind, error.Code, Definition.Eligibility);
                Response.StatusCode = StatusCodes.Status403Forbidden;
                return Page();
            case EditKeyUnknown:
                ForgetEditKey();
                ModelState.AddModelError("", T[error.Code]);
                return ShowErrors();
            case var _ when AnswerErrorText.QuestionOf(error) is not null:
                return ShowWrong(sent);
            default:
                return Fail(error);
        }
    }

    /// <summary>Names every question that stops the answer and links to where it is answered.</summary>
    private IActionResult ShowWrong(AnswerSheet sent)
    {
        var route = Questions;
        foreach (var wrong in route.Check(sent).Errors)
        {
            if (AnswerErrorText.QuestionOf(wrong) is { } key && route.Find(key)?.In(QuestionLanguage) is { } step)
            {
                ModelState.AddModelError($"andra-{step.Number}", T["answer.ofQuestion", step.Question.Text, AnswerErrorText.Of(wrong, step.Question, T)]);
            }
        }

        return ShowErrors();
    }

    private Resources.Dates Dates => HttpContext.RequestServices.GetRequiredService<Resources.Dates>();

    private void Show(AnswerSheet sheet)
    {
        Sheet = sheet;
        Answers = sheet.ToJson();
        FormKey = FormKey.Length > 0 ? FormKey : Convert.ToHexString(RandomId.Bytes(16));
    }

    private AnswerSheet? Read()
    {
        const int Longest = 200_000;
        try
        {
            return Answers.Length is > 0 and < Longest ? AnswerSheet.FromJson(Answers) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private byte[]? Key() => FormKey.Length == 32 && FormKey.All(char.IsAsciiHexDigit) ? Convert.FromHexString(FormKey) : null;
}
