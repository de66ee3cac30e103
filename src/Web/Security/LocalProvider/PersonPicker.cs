using System.Text;
using System.Text.Encodings.Web;
using Medborgardialog.Infrastructure.Seeding;

namespace Medborgardialog.Web.Security.LocalProvider;

/// <summary>The page where the local provider asks who one is. Not part of the application: another address, no layout of ours.</summary>
internal static class PersonPicker
{
    private const string Style =
        "body{font:1.125rem/1.5 system-ui,sans-serif;max-width:36rem;margin:2rem auto;padding:0 1rem;color:#1b2a33;background:#fbfaf7}" +
        "h1{font-size:1.6rem;line-height:1.2}ul{list-style:none;padding:0}li{margin:.5rem 0}" +
        "a{display:block;padding:.75rem 1rem;border:1px solid #6b7780;border-radius:.5rem;color:inherit;text-decoration:none;background:#fff}" +
        "a:hover,a:focus{outline:3px solid #0b5c73}" +
        "@media(prefers-color-scheme:dark){body{color:#e8edf0;background:#12191d}a{background:#1b252b;border-color:#8a969e}a:hover,a:focus{outline-color:#7fd0e6}}";

    public static async Task WriteAsync(HttpContext http)
    {
        var encode = HtmlEncoder.Default;
        var html = new StringBuilder("<!doctype html><html lang=\"sv\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>Demo: välj arbetskonto</title><style>")
            .Append(Style)
            .Append("</style></head><body><main><h1>Välj arbetskonto</h1><p>Det här är en påhittad inloggning som bara finns i utveckling och test. I drift kommer kommunens egen inloggning här.</p><ul>");
        foreach (var account in DemoAccount.All)
        {
            var address = $"{http.Request.Path}{http.Request.QueryString}&konto={account.UserName}";
            html.Append("<li><a href=\"").Append(encode.Encode(address)).Append("\">").Append(encode.Encode($"{account.Name}, {account.Title}")).Append("</a></li>");
        }

        html.Append("</ul></main></body></html>");
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsync(html.ToString(), http.RequestAborted);
    }
}
