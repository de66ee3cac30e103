using System.Text;

namespace Medborgardialog.Benchmarks.Measuring;

/// <summary>Requests as bytes.</summary>
internal static class Http
{
    /// <param name="cookies">Value of the Cookie header, or empty.</param>
    /// <param name="encoding">Value of Accept-Encoding, or empty.</param>
    public static byte[] Get(Uri server, string path, string cookies = "", string encoding = "") =>
        Encoding.UTF8.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\n{Line("Cookie", cookies)}{Line("Accept-Encoding", encoding)}\r\n");

    public static byte[] Post(Uri server, string path, string cookies, IEnumerable<KeyValuePair<string, string>> form)
    {
        var body = string.Join('&', form.Select(f => $"{f.Key}={Uri.EscapeDataString(f.Value)}"));
        return Encoding.UTF8.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: {server.Authority}\r\n{Line("Cookie", cookies)}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }

    private static string Line(string name, string value) => value.Length == 0 ? "" : $"{name}: {value}\r\n";
}
