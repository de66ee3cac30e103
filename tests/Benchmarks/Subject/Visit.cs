using System.Net;
using System.Text;
using Medborgardialog.Benchmarks.Measuring;

namespace Medborgardialog.Benchmarks.Subject;

/// <summary>A browser without script, no more than a measurement needs: cookies, the fields of the form, no redirects by itself.</summary>
internal sealed class Visit(Connection connection, Uri server, string cookies)
{
    private readonly Dictionary<string, string> _cookies = cookies.Split("; ").Select(c => c.Split('=', 2)).ToDictionary(c => c[0], c => c[1], StringComparer.Ordinal);

    public async Task<Answer> GetAsync(string path) => Keep(await connection.SendAsync(Http.Get(server, path, Header())));

    /// <summary>Sends the form of the page just shown: its token, the hidden fields named and those given.</summary>
    public async Task<Answer> PostAsync(string path, Answer page, IEnumerable<string> hidden, params IEnumerable<KeyValuePair<string, string>> fields)
    {
        var html = Encoding.UTF8.GetString(page.Body);
        var form = hidden.Append(Participant.FieldName).Select(name => new KeyValuePair<string, string>(name, Value(html, name))).Concat(fields);
        return Keep(await connection.SendAsync(Http.Post(server, path, Header(), form)));
    }

    private string Header() => string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}"));

    private Answer Keep(Answer answer)
    {
        foreach (var line in answer.Head.Split("\r\n").Where(l => l.StartsWith("Set-Cookie: ", StringComparison.OrdinalIgnoreCase)))
        {
            var pair = line["Set-Cookie: ".Length..].Split(';', 2)[0].Split('=', 2);
            if (pair[1].Length == 0)
            {
                _cookies.Remove(pair[0]);
            }
            else
            {
                _cookies[pair[0]] = pair[1];
            }
        }

        return answer;
    }

    private static string Value(string html, string name)
    {
        var field = html.IndexOf($"name=\"{name}\"", StringComparison.Ordinal);
        if (field < 0)
        {
            return "";
        }

        const string Attribute = "value=\"";
        var start = html.IndexOf(Attribute, field, StringComparison.Ordinal) + Attribute.Length;
        return WebUtility.HtmlDecode(html[start..html.IndexOf('"', start)]);
    }
}
