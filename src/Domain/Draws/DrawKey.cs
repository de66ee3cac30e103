using System.Security.Cryptography;
using System.Text;

namespace Medborgardialog.Domain.Draws;

/// <summary>
/// Who each number of a draw is, said as lines of the officers' file. Its fingerprint is published with the portfolio, so that an auditor who is shown
/// key and file can see that nobody has changed places with another afterwards.
/// </summary>
/// <param name="FileFingerprint">SHA-256 of the officers' file, 64 hexadecimal digits.</param>
/// <param name="Salt">128 random bits as 32 hexadecimal digits.</param>
/// <param name="Lines">Line in the file of number 1, 2, ….</param>
public sealed record DrawKey(string FileFingerprint, string Salt, IReadOnlyList<int> Lines)
{
    /// <summary>
    /// Lines that end with a line feed, fields separated by tabs:
    /// <code>
    /// panel-draw-key 1
    /// file      (fingerprint)
    /// salt      (hexadecimal)
    /// person    1   37
    /// </code>
    /// </summary>
    public string Canonical()
    {
        var text = new StringBuilder("panel-draw-key 1\n");
        DrawInput.Line(text, ["file", FileFingerprint]);
        DrawInput.Line(text, ["salt", Salt]);
        foreach (var (number, line) in Lines.Index())
        {
            DrawInput.Line(text, ["person", DrawInput.Number(number + 1), DrawInput.Number(line)]);
        }

        return text.ToString();
    }

    /// <summary>SHA-256 of <see cref="Canonical"/> in UTF-8, 64 hexadecimal digits in lower case.</summary>
    public string Fingerprint() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical())));
}
