using Medborgardialog.Application.Exports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Medborgardialog.Web.Pages;

/// <summary>Sends a table while it is made. Nothing of it is kept.</summary>
public sealed class TableFileResult(TableFile file) : ActionResult
{
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = file.ContentType;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file.Name);
        response.Headers.ContentDisposition = disposition.ToString();
        await file.WriteAsync(response.Body, context.HttpContext.RequestAborted);
    }
}
