using System.Text.RegularExpressions;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Sends;

/// <summary>
/// What people read, with the gaps {länk}, {stänger} and {kontakt}. Those whose language in the frame is English get the English text,
/// when there is one; all others the Swedish.
/// </summary>
/// <param name="Subject">For mail; 1 to 120 characters.</param>
/// <param name="Text">1 to 4,000 characters; for a text message 1 to 600.</param>
/// <param name="EnglishSubject">Empty for none.</param>
/// <param name="EnglishText">Empty for none.</param>
public sealed partial record SendTexts(string Subject, string Text, string EnglishSubject = "", string EnglishText = "")
{
    public const string Link = "{länk}";
    public const string Closes = "{stänger}";
    public const string Contact = "{kontakt}";
    public const int LongestSubject = 120;
    public const int LongestText = 4_000;
    public const int LongestSms = 600;

    public static SendTexts None { get; } = new("", "");

    /// <summary>The words for one person.</summary>
    public (string Subject, string Text) For(string language) =>
        language.Trim().StartsWith("en", StringComparison.OrdinalIgnoreCase) && EnglishText.Length > 0
            ? (EnglishSubject.Length > 0 ? EnglishSubject : Subject, EnglishText)
            : (Subject, Text);

    /// <summary><see cref="SendTextWrong"/> for the first that is wrong. A letter has its own words, so nothing is asked of these.</summary>
    public Result<Done> Check(SendChannel channel)
    {
        if (channel == SendChannel.Letter)
        {
            return Done.Value;
        }

        var longest = channel == SendChannel.Sms ? LongestSms : LongestText;
        if (channel == SendChannel.Mail && (Subject.Length is 0 or > LongestSubject || Subject.Contains('\n', StringComparison.Ordinal)))
        {
            return new SendTextWrong("subject");
        }

        if (Text.Length == 0 || Text.Length > longest)
        {
            return new SendTextWrong("text");
        }

        if (!Text.Contains(Link, StringComparison.Ordinal))
        {
            return new SendTextWrong("link");
        }

        if (new[] { Subject, Text, EnglishSubject, EnglishText }.Any(HasUnknownGap))
        {
            return new SendTextWrong("gap");
        }

        return EnglishText.Length > longest || EnglishSubject.Length > LongestSubject || EnglishSubject.Contains('\n', StringComparison.Ordinal)
            || (EnglishText.Length > 0 && !EnglishText.Contains(Link, StringComparison.Ordinal))
            ? new SendTextWrong("english")
            : Done.Value;
    }

    private static bool HasUnknownGap(string text) => Gap().Matches(text).Any(m => m.Value is not (Link or Closes or Contact));

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Gap();
}
