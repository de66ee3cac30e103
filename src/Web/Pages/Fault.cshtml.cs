using System.Data.Common;
using System.Globalization;
using System.Net.Http.Headers;
using Medborgardialog.Application.Consultations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Medborgardialog.Web.Pages;

/// <summary>
/// S32: what happened, what is kept, what to do. Only 404 reads from the database; the others must be shown also when that is
/// the fault. The page is run again in place of what failed, so nothing here may be read from the form by model binding.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class FaultModel(TimeProvider clock) : PageModel
{
    /// <summary>A database that has gone is usually back within this time.</summary>
    private const int SecondsToWait = 60;

    private static readonly int[] _known = [400, 401, 403, 404, 409, 413, 429, 500, 503];

    /// <summary>A status that has texts of its own.</summary>
    public int Code { get; private set; }

    /// <summary>Local address that failed, without the language prefix; null when somebody opened this page itself.</summary>
    public string? From { get; private set; }

    /// <summary>Policy of the page that was closed, where it has one.</summary>
    public string? Needs { get; private set; }

    /// <summary>When it is worth trying again.</summary>
    public DateTimeOffset? TryAgainAt { get; private set; }

    public IReadOnlyList<ConsultationRow> Open { get; private set; } = [];

    /// <summary>What was typed in a form that could not be taken, when it can be sent again from here.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Typed { get; private set; } = [];

    /// <summary>Of fields that a person writes in; choices and hidden values are sent again but not shown.</summary>
    public IEnumerable<string> TypedTexts => Typed.Select(t => t.Value.Trim()).Where(v => v.Length > 20 && v.Contains(' ', StringComparison.Ordinal));

    /// <summary>For every method, since what failed may have been any.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await ShowAsync(HttpContext.RequestAborted);
        await next();
    }

    private static bool IsDatabaseAway(Exception? error) =>
        error is not null && (error is DbException { IsTransient: true } or TimeoutException || IsDatabaseAway(error.InnerException));

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var status = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);
        if (status == StatusCodes.Status500InternalServerError && IsDatabaseAway(HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error))
        {
            status = StatusCodes.Status503ServiceUnavailable;
            Response.Headers.RetryAfter = SecondsToWait.ToString(CultureInfo.InvariantCulture);
        }

        Code = _known.Contains(status) ? status : status is >= 400 and < 500 ? 400 : 500;
        Response.StatusCode = status is >= 400 and < 600 ? status : StatusCodes.Status404NotFound;
        TryAgainAt = WhenToTryAgain();
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } failed)
        {
            From = failed.OriginalPath + failed.OriginalQueryString;
            Needs = failed.Endpoint?.Metadata.GetOrderedMetadata<IAuthorizeData>().FirstOrDefault(a => a.Policy is not null)?.Policy;
        }

        if (Code == StatusCodes.Status404NotFound)
        {
            var list = HttpContext.RequestServices.GetRequiredService<ListConsultationsHandler>();
            Open = [.. (await list.HandleAsync(new ListConsultationsQuery(), cancellationToken)).Value!.Where(r => r.IsOpen)];
        }

        Typed = From is not null && Code is StatusCodes.Status400BadRequest or StatusCodes.Status401Unauthorized ? await FailedForm.ReadAsync(Request, cancellationToken) : [];
    }

    private DateTimeOffset? WhenToTryAgain()
    {
        if (!RetryConditionHeaderValue.TryParse(Response.Headers.RetryAfter.ToString(), out var wait))
        {
            return null;
        }

        return wait.Date ?? clock.GetUtcNow() + wait.Delta!.Value;
    }
}
