using System.Security.Cryptography;
using System.Text.Json;
using Medborgardialog.Application.Ballots;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Consultations.AnswerFlow;

/// <summary>
/// S8c: everything on one page before it is sent. The page carries the answers and a random form key, so that sending is one
/// round trip to the database and the same form sent twice gives the same receipt.
/// </summary>
public sealed class CheckModel(GetDraftHandler get, CastBallotHandler cast, KeepDraftHandler keep, ICurrentUser me) : AnswerPage
{
    public AnswerDefinition Definition { get; private set; } = null!;

    public AnswerSheet Sheet { get; private set; } = new();

    public bool IsSignedIn => me.Id is not null;

    /// <summary>When set, the answer could not be sent any more and is only shown.</summary>
    public string? NotSent { get; private set; }

    [BindProperty(Name = "svar")]
    public string Answers { get; set; } = "";

    [BindProperty(Name = "nyckel")]
    public string FormKey { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetDraftQuery(Slug, ReadDraft()), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        if (found.Value.Sheet.Answers.Count == 0)
        {
            TempData[DoneKey] = T["answer.nothingKept"];
            return Redirect(Local(Address("/svara")));
        }

        Show(found.Value.Definition, found.Value.Sheet);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Read() is not { } sent || Key() is not { } formKey)
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        if (!IsSignedIn)
        {
            return await SignInFirstAsync(sent, cancellationToken);
        }

        var draft = ReadDraft();
        var editKey = ReadEditKey();
        var command = new CastBallotCommand(Slug, sent, formKey, draft?.Id, editKey ?? EditKeyFor(formKey), IsNewEditKey: editKey is null);
        var outcome = await cast.HandleAsync(command, cancellationToken);
        if (!outcome.IsSuccess)
        {
            return await ExplainAsync(outcome.Error, sent, cancellationToken);
        }

        ForgetDraft();
        ForgetEditKey();
        var (code, at, changed) = outcome.Value;
        KeepReceipt(new SentAnswer(me.Id!.Value, code, at, changed, command.EditKey, command.IsNewEditKey));
        return Redirect(Local(Address("/svara/klart")));
    }

    /// <summary>Mode A: derived from the form's key, so that the same form sent twice shows the same edit key. Other modes ignore it.</summary>
    private static string EditKeyFor(byte[] formKey) =>
        EditKey.FromRandom(HKDF.DeriveKey(HashAlgorithmName.SHA256, formKey, 17, info: "edit-key"u8.ToArray()));

    private async Task<IActionResult> SignInFirstAsync(AnswerSheet sent, CancellationToken cancellationToken)
    {
        var kept = await keep.HandleAsync(new KeepDraftCommand(Slug, sent, ReadDraft()), cancellationToken);
        if (!kept.IsSuccess)
        {
            return Fail(kept.Error);
        }

        KeepDraft(kept.Value.Token);
        return Redirect(Local($"/logga-in?till={Address("/svara/kontrollera")}"));
    }

    private async Task<IActionResult> ExplainAsync(Error error, AnswerSheet sent, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetDraftQuery(Slug, null), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Show(found.Value.Definition, sent);
        switch (error)
        {
            case AnswersClosed closed:
                NotSent = T[error.Code, Dates.Moment(closed.ClosedAt)];
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Page();
            case AnswersNotOpen or AnswersPaused or AnswersCancelled or NotEligible:
                NotSent = T[error.Code, Definition.Eligibility];
                Response.StatusCode = error is NotEligible ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict;
                return Page();
            case EditKeyUnknown:
                ForgetEditKey();
                ModelState.AddModelError("", T[error.Code]);
                return ShowErrors();
            default:
                return Fail(error);
        }
    }

    private Resources.Dates Dates => HttpContext.RequestServices.GetRequiredService<Resources.Dates>();

    private void Show(AnswerDefinition definition, AnswerSheet sheet)
    {
        (Definition, Sheet) = (definition, sheet);
        Answers = sheet.ToJson();
        FormKey = FormKey.Length > 0 ? FormKey : Convert.ToHexString(RandomId.Bytes(16));
        SetFrame(definition.NameInText);
    }

    private AnswerSheet? Read()
    {
        const int Longest = 60_000;
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
