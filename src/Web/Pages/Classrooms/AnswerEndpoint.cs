using System.Text.Json;
using Medborgardialog.Application.Classrooms;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Web.Pages.Shared;
using Medborgardialog.Web.Resources;
using Medborgardialog.Web.Security;

namespace Medborgardialog.Web.Pages.Classrooms;

/// <summary>
/// <c>POST /klass/skicka</c>: an answer comes from a device, now or again. The sealed ticket is all that is asked for: no cookie decides anything, so
/// another site can do nothing in anybody's name, and a JSON body cannot be sent from one. Answers 200 with the receipt; 422 with the
/// question to mend; 409 when it will never be taken; 503 when it should come again.
/// </summary>
internal static class AnswerEndpoint
{
    private const int Longest = 300_000;

    public static void MapClassAnswers(this WebApplication app) => app.MapPost("/klass/skicka", SendAsync).AllowAnonymous();

    private static async Task<IResult> SendAsync(HttpContext context, ClassTickets tickets, SyncClassAnswerHandler sync, ITexts texts, Dates dates)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!context.Request.HasJsonContentType() || context.Request.ContentLength is null or > Longest || await ReadAsync(context) is not { } sent)
        {
            return Results.BadRequest();
        }

        if (tickets.Open(sent.Biljett) is not { } ticket || ReadSheet(sent.Svar) is not { } sheet)
        {
            return Never(texts["class.stop.ticket"]);
        }

        var synced = await sync.HandleAsync(new SyncClassAnswerCommand(ticket.Survey, ticket.Pass, sheet), context.RequestAborted);
        if (synced.IsSuccess)
        {
            return Results.Ok(new { kvitto = synced.Value.ReceiptCode, nar = dates.Moment(synced.Value.At) });
        }

        return synced.Error switch
        {
            AnswersPaused => Results.Json(new { fel = texts.Refusal(dates, synced.Error) }, statusCode: StatusCodes.Status503ServiceUnavailable),
            var error when AnswerErrorText.QuestionOf(error) is { } key => Results.Json(new { fraga = key }, statusCode: StatusCodes.Status422UnprocessableEntity),
            AlreadyAnswered => Never(texts["class.stop.answered"]),
            AnswersClosed or AnswersCancelled or AnswersNotOpen or NotEligible => Never(texts.Refusal(dates, synced.Error)),
            _ => Never(texts["class.stop.ticket"]),
        };
    }

    private static IResult Never(string why) => Results.Json(new { fel = why }, statusCode: StatusCodes.Status409Conflict);

    private static async Task<Sent?> ReadAsync(HttpContext context)
    {
        try
        {
            return await context.Request.ReadFromJsonAsync<Sent>(context.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static AnswerSheet? ReadSheet(string? json)
    {
        try
        {
            return json is { Length: > 0 } ? AnswerSheet.FromJson(json) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <param name="Biljett">As the page gave it.</param>
    /// <param name="Svar">An <see cref="AnswerSheet"/> as JSON.</param>
    private sealed record Sent(string? Biljett, string? Svar);
}
