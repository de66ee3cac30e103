using Medborgardialog.Application.Ideas;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Ideas;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Ideas;

/// <summary>An idea of one's own, in two steps that both work without script: written, and read through beside what is there already.</summary>
public sealed class NewModel(ReviewIdeaHandler review, SendIdeaHandler send, ICurrentUser me) : AppPage
{
    [BindProperty(Name = "rubrik")]
    public string? Heading { get; set; }

    [BindProperty(Name = "text")]
    public string? Text { get; set; }

    [BindProperty(Name = "plats")]
    public string? Place { get; set; }

    [BindProperty(Name = "namn")]
    public bool MayName { get; set; }

    /// <summary>Random per form: sent twice it is one idea.</summary>
    [BindProperty(Name = "nyckel")]
    public Guid FormKey { get; set; }

    /// <summary>Not null while it is read through before sending.</summary>
    public IdeaReviewed? Reviewed { get; private set; }

    public bool IsSignedIn => me.Id is not null;

    public bool IsResident => me.IsResident();

    private IdeaText Typed => new(Heading ?? "", Text ?? "", Place ?? "");

    public void OnGet() => FormKey = RandomId.New();

    /// <summary>From the form on to reading it through.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var reviewed = await review.HandleAsync(new ReviewIdeaQuery(Typed), cancellationToken);
        if (!reviewed.IsSuccess)
        {
            return Refuse(reviewed.Error);
        }

        Reviewed = reviewed.Value;
        return Page();
    }

    /// <summary>Back to the form, with what was typed.</summary>
    public IActionResult OnPostEdit() => Page();

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancellationToken)
    {
        if (FormKey == Guid.Empty)
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        var sent = await send.HandleAsync(new SendIdeaCommand(Typed, MayName, FormKey), cancellationToken);
        return sent.IsSuccess ? RedirectDone("/ideer/mina", "idea.sent") : Refuse(sent.Error);
    }

    private IActionResult Refuse(Error error)
    {
        var faults = IdeaWords.Faults(T, error).ToList();
        faults.ForEach(f => ModelState.AddModelError(FieldOf(f.Part), f.Text));
        return faults.Count > 0 ? ShowErrors() : Fail(error, "", error is TooManyIdeasWaiting many ? [many.Most] : []);
    }

    private static string FieldOf(IdeaPart part) => part switch
    {
        IdeaPart.Title => "rubrik",
        IdeaPart.Place => "plats",
        _ => "text",
    };
}
