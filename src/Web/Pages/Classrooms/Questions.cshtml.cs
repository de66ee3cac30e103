using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Classrooms;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Web.Pages.Shared;
using Medborgardialog.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Medborgardialog.Web.Pages.Classrooms;

/// <summary>
/// All questions at once, so that the device can do without a network from here on. Without script the page is the way into the ordinary
/// flow, one question at a time. What a question looks like is the same partial as there.
/// </summary>
public sealed class QuestionsModel(GetAnswerStartHandler find, IAnswerPasses passes, ClassTickets tickets) : AppPage
{
    public AnswerDefinition Definition { get; private set; } = null!;

    /// <summary>32 hex digits.</summary>
    public string FormKey { get; private set; } = "";

    public string Ticket { get; private set; } = "";

    /// <summary>What the script needs to know of the questions, as JSON.</summary>
    public string Questions => ClassQuestions.Write(Definition.Questionnaire, T, Language);

    /// <summary>Words for what the script makes by itself, as JSON.</summary>
    public string Words => ClassQuestions.Words(T);

    private string Language { get; set; } = "sv";

    public AnswerField FieldOf(Step step) =>
        new(step.In(Language), [], null, null, step.Number, Definition.Questionnaire.Route.Steps.Count, Definition.PictureByOption) { Language = Language };

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Response.Headers.CacheControl = "no-store";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await find.HandleAsync(new GetAnswerStartQuery(new DialogueSlug(DialogueKind.Survey, slug)), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Definition = found.Value.Definition;
        if (passes.Find(Definition.DialogueId) is not { Door: AnswerDoor.Classroom, OwnerSecret: { } secret } pass)
        {
            return Redirect(Local("/klass"));
        }

        if (found.Value.HasAnswered)
        {
            return RedirectDone("/klass", "class.answered");
        }

        var wanted = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        Language = Definition.Languages.Contains(wanted) ? wanted : "sv";
        FormKey = Convert.ToHexString(SyncClassAnswerHandler.FormKeyOf(secret));
        Ticket = tickets.Seal(Definition.Dialogue, pass);
        ViewData["MarkName"] = Definition.NameInText;
        ViewData["MarkHref"] = Local(Definition.Dialogue.Path);
        ViewData["OtherWays"] = Definition.Dialogue.Path + "#andra";
        return Page();
    }
}
