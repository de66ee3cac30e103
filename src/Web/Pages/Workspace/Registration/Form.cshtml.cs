using Medborgardialog.Application.Registration;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Registration;
using Medborgardialog.Web.Pages.Shared;
using Medborgardialog.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Route = Medborgardialog.Domain.Ballots.Route;

namespace Medborgardialog.Web.Pages.Workspace.Registration;

/// <summary>
/// K7: one form after another. The mark on the form, all questions on one page in the order of the paper, what will be stored, the
/// receipt and the field for the next. What has been typed is in the page alone until it is registered.
/// </summary>
public sealed class FormModel(GetBatchHandler get, FormTickets tickets, CodeLimits limits, ICurrentUser me) : RegistrationPage
{
    private const string MarkField = "kod";
    private Dictionary<string, string> _errors = new(StringComparer.Ordinal);

    public BatchView View { get; private set; } = null!;

    [FromRoute(Name = "batch")]
    public int Number { get; set; }

    /// <summary>The code, or the number of the form.</summary>
    [BindProperty(Name = MarkField)]
    public string? Mark { get; set; }

    [BindProperty(Name = "biljett")]
    public string? Ticket { get; set; }

    [BindProperty(Name = "svar")]
    public string? Answers { get; set; }

    [BindProperty(Name = "nyckel")]
    public string? FormKey { get; set; }

    /// <summary>Whose form is being typed; null while that is asked for.</summary>
    public FormHolder? Holder { get; private set; }

    public IReadOnlyList<FormRow> Rows { get; private set; } = [];

    /// <summary>What will be stored; null while it is being typed.</summary>
    public FormChecked? Checked { get; private set; }

    /// <summary>What became of the form before; its mark.</summary>
    public (FormRegistered Outcome, string Label)? Done { get; private set; }

    private string Batch => $"{Home}/{Number}";

    private Route Route => View.Definition.Questionnaire.Route;

    /// <summary>Nothing of what people have answered lies in the browser afterwards.</summary>
    public override void OnPageHandlerExecuted(PageHandlerExecutedContext context) => Response.Headers.CacheControl = "no-store";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostStartAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        var network = HttpContext.Connection.RemoteIpAddress;
        if (!limits.MayTry(network))
        {
            return Fail(new CodeLocked(), MarkField);
        }

        var started = await Use<StartFormHandler>().HandleAsync(
            new StartFormCommand(Kind, Slug, Number, Mark, limits.HasGuessedWrong(network)), cancellationToken);
        if (!started.IsSuccess)
        {
            if (started.Error is CodeUnknown)
            {
                limits.CountWrong(network);
            }

            return Explain(started.Error, MarkField);
        }

        Ticket = tickets.Write(started.Value.Holder, Batch, me.Id);
        return Ask(started.Value.Holder, TypedForm.Of(new AnswerSheet()));
    }

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        if (tickets.Read(Ticket, Batch, me.Id) is not { } holder)
        {
            return Explain(new EntryGone(), MarkField);
        }

        var typed = TypedForm.Read(Route, Request.Form);
        return await CheckAsync(holder, typed, cancellationToken);
    }

    public async Task<IActionResult> OnPostEditAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        return tickets.Read(Ticket, Batch, me.Id) is { } holder && ReadSheet(Answers) is { } sheet
            ? Ask(holder, TypedForm.Of(sheet))
            : Explain(new EntryGone(), MarkField);
    }

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        if (tickets.Read(Ticket, Batch, me.Id) is not { } holder || ReadSheet(Answers) is not { } sheet || ReadKey(FormKey) is not { } key)
        {
            return Explain(new EntryGone(), MarkField);
        }

        var registered = await Use<RegisterFormHandler>().HandleAsync(new RegisterFormCommand(Kind, Slug, Number, holder, sheet, key), cancellationToken);
        if (!registered.IsSuccess)
        {
            var shown = await CheckAsync(holder, TypedForm.Of(sheet), cancellationToken);
            return Checked is null ? shown : Explain(registered.Error);
        }

        if (registered.Value.EntryId is { } entry)
        {
            return Redirect(Local($"{Home}/skillnader/{entry:D}"));
        }

        Done = (registered.Value, holder.Label);
        ModelState.Clear();
        Mark = null;
        return Page();
    }

    private async Task<IActionResult> CheckAsync(FormHolder holder, TypedForm typed, CancellationToken cancellationToken)
    {
        var found = await Use<CheckFormHandler>().HandleAsync(new CheckFormQuery(Kind, Slug, typed.Sheet, holder.Unit), cancellationToken);
        if (!found.IsSuccess)
        {
            return Explain(found.Error);
        }

        var errors = typed.Errors.Concat(found.Value.Errors).ToList();
        if (errors.Count > 0)
        {
            _errors = errors.Where(e => AnswerErrorText.QuestionOf(e) is not null).DistinctBy(AnswerErrorText.QuestionOf).ToDictionary(e => AnswerErrorText.QuestionOf(e)!, e => AnswerErrorText.Of(e, Route.Find(AnswerErrorText.QuestionOf(e)!)!.Question, T), StringComparer.Ordinal);
            Ask(holder, typed);
            foreach (var row in Rows.Where(r => r.Error is not null))
            {
                ModelState.AddModelError(row.FirstId, T["registration.inQuestion", row.Step.Number, row.Error!]);
            }

            return ShowErrors();
        }

        Holder = holder;
        Checked = found.Value;
        Answers = typed.Sheet.ToJson();
        FormKey = ReadKey(FormKey) is null ? Convert.ToHexString(RandomId.Bytes(16)) : FormKey;
        return Page();
    }

    private PageResult Ask(FormHolder holder, TypedForm typed)
    {
        Holder = holder;
        Rows = [.. Route.For(holder.Unit).Possible.Select(s => typed.Row(s, _errors))];
        return Page();
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetBatchQuery(Kind, Slug, Number), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        View = found.Value;
        ViewData["Title"] = T["registration.typeForm"];
        return null;
    }
}
