using Medborgardialog.Application.Consultations;
using Microsoft.Net.Http.Headers;

namespace Medborgardialog.Web.Pages;

/// <summary><c>/bild/{id}</c>: pictures of options. The bytes of an id never change, so browsers may keep them for good.</summary>
internal static class PictureEndpoint
{
    public static void MapPictures(this WebApplication app) =>
        app.MapMethods("/bild/{id:guid}", [HttpMethods.Get, HttpMethods.Head], ShowAsync).AllowAnonymous();

    private static async Task<IResult> ShowAsync(Guid id, HttpContext context, GetPictureHandler pictures)
    {
        var tag = new EntityTagHeaderValue($"\"{id:N}\"");
        var known = context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false));
        var found = await pictures.HandleAsync(new GetPictureQuery(id, known), context.RequestAborted);
        if (!found.IsSuccess)
        {
            return Results.NotFound();
        }

        var headers = context.Response.Headers;
        headers.CacheControl = found.Value.IsPublic ? "public, max-age=31536000, immutable" : "private, no-store";

        // A drawing opened on its own must not run or load anything.
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.XContentTypeOptions = "nosniff";
        if (known)
        {
            headers.ETag = tag.ToString();
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        return Results.Bytes(found.Value.Bytes, found.Value.ContentType, entityTag: tag);
    }
}
