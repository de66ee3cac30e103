using Microsoft.Extensions.Primitives;

namespace Medborgardialog.Web.Pages;

/// <summary>
/// A form whose token was too old or another's. What it held is given back only to the browser tab that sent it from a page of
/// ours: given back to any other site's form, it would turn the check of tokens into one click.
/// </summary>
internal static class FailedForm
{
    private const string TokenName = "__RequestVerificationToken";
    private const int MostFields = 100;
    private const int LongestField = 20_000;

    /// <summary>Name and value of each field in order; empty when it cannot be sent again.</summary>
    public static async Task<IReadOnlyList<KeyValuePair<string, string>>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsPost(request.Method) || !IsFromOurPage(request) || !IsPlainForm(request))
        {
            return [];
        }

        try
        {
            var form = await request.ReadFormAsync(cancellationToken);
            var fields = form.Where(f => f.Key != TokenName).SelectMany(Each).ToList();
            return fields.Count is > 0 and <= MostFields && fields.TrueForAll(f => f.Value.Length <= LongestField) ? fields : [];
        }
        catch (Exception error) when (error is InvalidDataException or IOException or BadHttpRequestException)
        {
            // It was the form itself that could not be read.
            return [];
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Each(KeyValuePair<string, StringValues> field) =>
        field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? ""));

    /// <summary>Set by the browser and by nobody else. Old browsers send none, and then nothing is given back.</summary>
    private static bool IsFromOurPage(HttpRequest request) => request.Headers["Sec-Fetch-Site"] == "same-origin";

    private static bool IsPlainForm(HttpRequest request) =>
        request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;
}
