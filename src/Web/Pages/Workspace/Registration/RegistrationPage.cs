using System.Text.Json;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Registration;

/// <summary>A page of those who register: its address, and what forms carry from step to step.</summary>
public abstract class RegistrationPage : AppPage
{
    private const int LongestSheet = 400_000;

    [FromRoute(Name = "kind")]
    public string Kind { get; set; } = "";

    [FromRoute(Name = "slug")]
    public string Slug { get; set; } = "";

    /// <summary>Local address of the dialogue's page in the workspace.</summary>
    public string Dialogue => $"/arbetsyta/{Kind}/{Slug}";

    public string Home => $"/arbetsyta/{Kind}/{Slug}/registrera";

    protected THandler Use<THandler>()
        where THandler : class, IUseCase => HttpContext.RequestServices.GetRequiredService<THandler>();

    /// <summary>The sentence of an error, with the closing instant where there is one.</summary>
    protected IActionResult Explain(Error error, string field = "")
    {
        if (error is not (AnswersClosed or AnswersPaused or AnswersCancelled or AnswersNotOpen))
        {
            return Fail(error, field);
        }

        ModelState.AddModelError(field, T.Refusal(HttpContext.RequestServices.GetRequiredService<Resources.Dates>(), error));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    /// <summary>A sheet that the page carries; null when it is none.</summary>
    protected static AnswerSheet? ReadSheet(string? json)
    {
        try
        {
            return json is { Length: > 0 and < LongestSheet } ? AnswerSheet.FromJson(json) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    protected static byte[]? ReadKey(string? text) => text is { Length: 32 } && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : null;
}
