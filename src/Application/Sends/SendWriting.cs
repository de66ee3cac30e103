using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Frames;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Sends;
using Microsoft.Extensions.Options;

namespace Medborgardialog.Application.Sends;

/// <summary>Fills the gaps of a send's words for one person.</summary>
public sealed class SendWriting(ITexts texts, IOptions<AppOptions> options)
{
    /// <summary>Followed by the token of a personal link.</summary>
    public const string LinkPath = "/svara/lank/";

    /// <summary>Followed by the token that stops messages.</summary>
    public const string StopPath = "/avregistrera/";

    /// <summary>Before the local address of a page, for those who are written to in English.</summary>
    private const string English = "/en";

    /// <param name="token">Of the personal link, see <see cref="LinkToken"/>.</param>
    /// <param name="stop">Of the address that stops messages.</param>
    public OutgoingMessage Of(SendTexts words, SendChannel channel, DialogueAddress dialogue, FrameContact contact, string language, string token, string stop)
    {
        var app = options.Value;
        var (subject, text) = words.For(language);
        var isEnglish = text != words.Text;
        var home = app.BaseUrl.TrimEnd('/') + (isEnglish ? English : "");
        var closes = dialogue.ClosesAt is { } at ? Moment(at, isEnglish) : "";
        string Filled(string gaps) => gaps
            .Replace(SendTexts.Link, home + LinkPath + token, StringComparison.Ordinal)
            .Replace(SendTexts.Closes, closes, StringComparison.Ordinal)
            .Replace(SendTexts.Contact, $"{app.ContactPhone}, {app.ContactEmail}", StringComparison.Ordinal);
        var isMail = channel == SendChannel.Mail;
        var address = isMail ? home + StopPath + stop : "";
        var foot = isMail ? "\n\n" + texts[isEnglish ? "send.foot.english" : "send.foot.swedish", app.Municipality, dialogue.Name, address] : "";
        return new OutgoingMessage(
            channel, isMail ? contact.Email : contact.Mobile, isMail ? Filled(subject) : "", Filled(text) + foot, address, Guid.CreateVersion7().ToString("N"));
    }

    /// <summary>"ä•••@exempelby.example" and "•••605": enough to see that it is a real person, not who.</summary>
    public static string Masked(FrameContact contact, SendChannel channel)
    {
        var (at, mobile) = (contact.Email.IndexOf('@', StringComparison.Ordinal), contact.Mobile.Trim());
        return channel == SendChannel.Mail
            ? at > 0 ? $"{contact.Email[..1]}•••{contact.Email[at..]}" : "•••"
            : mobile.Length > 3 ? $"•••{mobile[^3..]}" : "•••";
    }

    private static string Moment(DateTimeOffset at, bool isEnglish)
    {
        var local = at.ToSwedish();
        return isEnglish
            ? local.ToString("d MMMM yyyy 'at' HH:mm", CultureInfo.GetCultureInfo("en-GB"))
            : local.ToString("d MMMM yyyy 'kl.' HH.mm", CultureInfo.GetCultureInfo("sv-SE"));
    }
}
