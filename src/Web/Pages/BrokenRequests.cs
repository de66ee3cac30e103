namespace Medborgardialog.Web.Pages;

/// <summary>A body that cannot be read, with null characters in a form for example, is the sender's fault: 400 and no error in the log.</summary>
internal static class BrokenRequests
{
    public static void UseBrokenRequests(this WebApplication app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException broken) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = broken.StatusCode;
        }
        catch (InvalidDataException) when (!context.Response.HasStarted && context.Request.HasFormContentType)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    });
}
