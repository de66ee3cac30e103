using System.Globalization;
using Medborgardialog.Application.Common;
using Microsoft.Extensions.Options;

namespace Medborgardialog.Application.Frames;

/// <summary>Puts a letter's words together from the dialogue and the municipality's own.</summary>
public sealed class LetterWriting(ITexts texts, IOptions<AppOptions> options)
{
    /// <summary>Where codes are typed.</summary>
    public const string Path = "/svara";

    public LetterText Of(DialogueAddress dialogue)
    {
        var app = options.Value;
        var link = app.BaseUrl.TrimEnd('/') + Path;
        var address = link.Split("://")[^1];
        var closes = dialogue.ClosesAt is { } at ? texts["letter.closes", Moment(at)] : "";
        var opens = dialogue.OpensAt is { } from ? texts["letter.opens", Moment(from)] : "";
        var easy = string.Join('\n', new[] { dialogue.EasySwedish, texts["letter.easy.how", address], closes, texts["letter.easy.help", app.ContactPhone] }.Where(t => t.Length > 0));
        return new LetterText(
            app.Municipality, dialogue.Title,
            string.Join('\n', new[] { dialogue.Summary, $"{opens} {closes}".Trim(), texts["letter.how", address], texts["letter.own"] }.Where(t => t.Length > 0)),
            texts["letter.code"], address, link, texts["letter.qr"], texts["letter.help", app.ContactPhone], texts["letter.easy.heading"], easy,
            texts["letter.foot", app.Municipality, app.ContactPhone]);
    }

    /// <summary>Kept on one line: "2 mars 2026 kl. 23.59".</summary>
    private string Moment(DateTimeOffset at) => texts[
        "time.moment", at.ToSwedish().ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("sv-SE")), at.ToSwedish().ToString("HH.mm", CultureInfo.InvariantCulture)].Replace(' ', '\u00A0');
}
