using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Panels;
using Microsoft.Extensions.Options;

namespace Medborgardialog.Application.Panels;

/// <summary>What members and guardians are told by mail, after the commit.</summary>
public sealed class PanelMail(IOutbox outbox, ITexts texts, IOptions<AppOptions> app)
{
    /// <param name="what">Key of the texts below <c>mail.panel.</c>.</param>
    /// <param name="key">Unique for what is told to whom; see <see cref="SendMail"/>.</param>
    public void Tell(Panel panel, string email, string what, string key) => outbox.Add(new SendMail(
        email, texts[$"mail.panel.{what}.subject", panel.Settings.Name], texts[$"mail.panel.{what}.text", panel.Settings.Name, Address(PanelPaths.Home(panel))],
        $"panel/{what}/{key}"));

    public void AskGuardian(Panel panel, Membership member, string token) => outbox.Add(new SendMail(
        member.GuardianEmail, texts["mail.panel.guardian.subject", panel.Settings.Name],
        texts["mail.panel.guardian.text", panel.Settings.Name, member.Alias, Address(PanelPaths.GuardianLink(token)), panel.Settings.ContactPhone],
        $"panel/guardian/{member.Id:N}"));

    public void Return(Panel panel, PanelWave wave, string title, Guid membershipId, string email) => outbox.Add(new SendMail(
        email, texts["mail.panel.returned.subject", panel.Settings.Name],
        texts["mail.panel.returned.text", title, wave.YouSaid, wave.WeDid, Address(PanelPaths.Result(panel, wave.Number))],
        $"panel/returned/{wave.Id:N}/{membershipId:N}"));

    public void Remind(Panel panel, PanelWave wave, string title, string email, string key) => outbox.Add(new SendMail(
        email, texts["mail.panel.remind.subject", title], texts["mail.panel.remind.text", title, Address(PanelPaths.Wave(panel, wave.Number))], $"panel/remind/{key}"));

    private string Address(string path) => app.Value.BaseUrl.TrimEnd('/') + path;
}
