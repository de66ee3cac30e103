using Medborgardialog.Application.Registration;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Registration;
using Medborgardialog.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Medborgardialog.Web.Pages.Workspace.Registration;

/// <summary>K7: two typings of one form side by side, and what the paper says.</summary>
public sealed class DifferencesModel(GetDifferencesHandler get) : RegistrationPage
{
    public DifferencesView View { get; private set; } = null!;

    [FromRoute(Name = "entry")]
    public Guid Entry { get; set; }

    [BindProperty(Name = "nyckel")]
    public string? FormKey { get; set; }

    /// <summary>Set when it has been cast.</summary>
    public FormCast? Cast { get; private set; }

    /// <summary>By number of the question: true for the first typing.</summary>
    public Dictionary<int, bool> Chosen { get; } = [];

    public override void OnPageHandlerExecuted(PageHandlerExecutedContext context) => Response.Headers.CacheControl = "no-store";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ReadKey(FormKey) is not { } key)
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        var refused = await LoadAsync(cancellationToken);
        var route = refused is null ? View.Definition.Questionnaire.Route : null;
        foreach (var step in route?.Steps ?? [])
        {
            if (Request.Form[$"d{step.Number}"].ToString() is "1" or "2")
            {
                Chosen[step.Number] = Request.Form[$"d{step.Number}"] == "1";
            }
        }

        var decisions = Chosen.ToDictionary(c => route!.Number(c.Key)!.Question.Key, c => c.Value, StringComparer.Ordinal);
        var decided = await Use<DecideEntryHandler>().HandleAsync(new DecideEntryCommand(Kind, Slug, Entry, decisions, key), cancellationToken);
        if (decided.IsSuccess)
        {
            ViewData["Title"] = T["registration.differences"];
            Cast = decided.Value;
            return Page();
        }

        return refused ?? ShowWrong(decided.Error);
    }

    /// <summary>An answer in words, on one line.</summary>
    public string Words(Question question, Answer answer) => answer switch
    {
        { IsEmpty: true } => T["answer.unanswered"],
        { Text.Length: > 0 } => answer.Text,
        _ => string.Join(", ", answer.Choices.Select(c => question.Choices.FirstOrDefault(k => k.Key == c)?.Label ?? c)),
    };

    private IActionResult ShowWrong(Error error)
    {
        if (AnswerErrorText.QuestionOf(error) is not { } key || View.Definition.Questionnaire.Route.Find(key) is not { } step)
        {
            return Explain(error);
        }

        var field = View.Differing.Any(d => d.Number == step.Number) ? $"d{step.Number}-1" : "";
        ModelState.AddModelError(field, T["registration.inQuestion", step.Number, AnswerErrorText.Of(error, step.Question, T)]);
        return ShowErrors();
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetDifferencesQuery(Kind, Slug, Entry), cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error is EntryNeedsAnother ? RedirectDone(Home, found.Error.Code) : found.Error is NotFoundError ? NotFound() : Redirect(Local(Home));
        }

        View = found.Value;
        FormKey = ReadKey(FormKey) is null ? Convert.ToHexString(RandomId.Bytes(16)) : FormKey;
        ViewData["Title"] = T["registration.differences"];
        return null;
    }
}
