using System.Globalization;
using System.Text.Json;
using Medborgardialog.Application.Evidence;
using Medborgardialog.Application.Identity;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Web.Security;
using Microsoft.AspNetCore.Http.Features;

namespace Medborgardialog.Web.Pages.Workspace.Evidence;

/// <summary>
/// <c>POST /api/v1/evidence/switching</c> and <c>/complaints</c>: another system of the municipality sends rows, with its key as
/// <c>Authorization: Bearer</c>. No cookie decides anything. <c>?dryRun=true</c> says what would be done. Answers 200 with what became of the
/// rows by service; 401 without a key that works; 422 with the wrong rows by index from 0 (problem details, RFC 9457); 429 when it is too often.
/// Documented for those who connect a system in docs/guide/underlag.md.
/// </summary>
internal static class EvidenceEndpoint
{
    private const string Scheme = "Bearer ";

    /// <summary>As delegates: a lambda of HttpContext alone would be taken for one that writes the answer itself.</summary>
    public static void MapEvidence(this WebApplication app)
    {
        app.MapPost("/api/v1/evidence/switching", (Delegate)((HttpContext context) => ReceiveAsync(context, EvidenceSourceKind.Switching))).AllowAnonymous();
        app.MapPost("/api/v1/evidence/complaints", (Delegate)((HttpContext context) => ReceiveAsync(context, EvidenceSourceKind.Complaints))).AllowAnonymous();
    }

    private static async Task<IResult> ReceiveAsync(HttpContext context, EvidenceSourceKind kind)
    {
        var services = context.RequestServices;
        var (limits, texts) = (services.GetRequiredService<ApiLimits>(), services.GetRequiredService<ITexts>());
        context.Response.Headers.CacheControl = "no-store";
        if (!limits.MayTry(context.Connection.RemoteIpAddress))
        {
            return TooMany(context, texts);
        }

        var header = context.Request.Headers.Authorization.ToString();
        var shown = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? await services.GetRequiredService<ShowApiKeyHandler>().HandleAsync(new ShowApiKeyCommand(header[Scheme.Length..].Trim()), context.RequestAborted)
            : new Domain.Identity.ApiKeyRefused();
        if (!shown.IsSuccess)
        {
            limits.CountWrong(context.Connection.RemoteIpAddress);
            return Refused(context, texts);
        }

        if (!limits.Take(shown.Value.Id))
        {
            return TooMany(context, texts);
        }

        if (await RowsAsync(context) is not { } rows)
        {
            return Results.Problem(texts["apiKey.badRequest"], statusCode: StatusCodes.Status400BadRequest);
        }

        var dryRun = string.Equals(context.Request.Query["dryRun"], "true", StringComparison.OrdinalIgnoreCase);
        var received = await services.GetRequiredService<ReceiveEvidenceHandler>()
            .HandleAsync(new ReceiveEvidenceCommand(shown.Value.Id, kind, rows, dryRun), context.RequestAborted);
        return received.IsSuccess ? Answer(received.Value, dryRun, texts)
            : received.Error is Domain.Identity.ApiKeyRefused ? Refused(context, texts)
            : Results.Problem(texts[received.Error.Code, received.Error is EvidenceTooMany many ? many.Max : ""], statusCode: StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Answer(EvidenceChecked found, bool dryRun, ITexts texts) => found.ErrorCount == 0
        ? Results.Ok(new
        {
            dryRun, rows = found.Lines,
            services = found.Effects.Select(e => new { service = e.Service, source = e.Source, from = e.From, to = e.To, added = e.Added, revised = e.Revised, unchanged = e.Unchanged }),
        })
        : Results.Problem(
            texts["apiKey.rowsWrong"], statusCode: StatusCodes.Status422UnprocessableEntity,
            extensions: new Dictionary<string, object?>
            {
                ["errorCount"] = found.ErrorCount,
                ["errors"] = found.Errors.Select(e => new { row = e.Line, field = e.Column, code = e.Code, detail = texts[e.Code, e.Other] }).ToList(),
            });

    private static IResult Refused(HttpContext context, ITexts texts)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Results.Problem(texts["apiKey.refused"], statusCode: StatusCodes.Status401Unauthorized);
    }

    private static IResult TooMany(HttpContext context, ITexts texts)
    {
        context.Response.Headers.RetryAfter = "60";
        return Results.Problem(texts["apiKey.tooMany"], statusCode: StatusCodes.Status429TooManyRequests);
    }

    /// <summary>A list of objects, or an object with the list in <c>rader</c>; values are texts or numbers. Null for anything else.</summary>
    private static async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>?> RowsAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType() || context.Request.ContentLength > LedgerColumns.MaxBytes)
        {
            return null;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LedgerColumns.MaxBytes;
        }

        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
            var list = body.RootElement is { ValueKind: JsonValueKind.Object } whole && whole.TryGetProperty("rader", out var inside) ? inside : body.RootElement;
            return list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(r => r.ValueKind != JsonValueKind.Object) ? null : [.. list.EnumerateArray().Select(Row)];
        }
        catch (Exception error) when (error is JsonException or BadHttpRequestException)
        {
            return null;
        }
    }

    private static Dictionary<string, string> Row(JsonElement row)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in row.EnumerateObject())
        {
            fields[field.Name] = field.Value.ValueKind switch
            {
                JsonValueKind.String => field.Value.GetString()!,
                JsonValueKind.Number when field.Value.TryGetInt64(out var whole) => whole.ToString(CultureInfo.InvariantCulture),
                JsonValueKind.Null => "",
                _ => field.Value.GetRawText(),
            };
        }

        return fields;
    }
}
