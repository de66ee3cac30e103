using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ideas;
using Medborgardialog.Domain.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Medborgardialog.Application.Ideas;

/// <summary>
/// What the author of an idea is told by mail, after the commit. That it is shown or refused is always told; the steps only to those who want it. Whoever has
/// no account any more is told nothing. In Swedish, whatever language the one at work reads.
/// </summary>
public sealed class IdeaMail(IAppDbContext db, IOutbox outbox, ITexts texts, IOptions<AppOptions> app)
{
    /// <summary>Path of one's own ideas, where one says what one wants to be mailed.</summary>
    public const string OwnPath = "/ideer/mina";

    public async Task TellShownAsync(Idea idea, CancellationToken cancellationToken)
    {
        if (await AddressOfAsync(idea, cancellationToken) is { } to)
        {
            using var swedish = new InSwedish();

            // What is shown again after a refusal may have had its first answer already.
            var answer = idea is { Step: IdeaStep.Sent, DueOn: { } due } ? " " + texts["mail.idea.shown.answer", Day(due)] : "";
            outbox.Add(new SendMail(
                to, texts["mail.idea.shown.subject", idea.Title],
                texts["mail.idea.shown.text", idea.Title, answer, Link(IdeaAddress.Path(idea.Title, idea.Number)), Link(OwnPath)], Key(idea, "shown")));
        }
    }

    public async Task TellRefusedAsync(Idea idea, CancellationToken cancellationToken)
    {
        if (await AddressOfAsync(idea, cancellationToken) is { } to)
        {
            using var swedish = new InSwedish();
            outbox.Add(new SendMail(
                to, texts["mail.idea.refused.subject", idea.Number],
                texts["mail.idea.refused.text", texts[$"rule.{idea.Rule}"], idea.Title, idea.Text, Link(OwnPath), idea.Number], Key(idea, "refused")));
        }
    }

    public async Task TellStepAsync(Idea idea, IdeaEntry entry, CancellationToken cancellationToken)
    {
        if (idea.WantsMail && await AddressOfAsync(idea, cancellationToken) is { } to)
        {
            using var swedish = new InSwedish();
            var next = entry.NextDay is { } day ? texts["mail.idea.next", Day(day)] : texts["mail.idea.ended"];
            var what = entry.Decision is { } decision ? texts[$"idea.decision.{decision}"] : texts[$"idea.step.{(int)entry.Step}"];
            outbox.Add(new SendMail(
                to, texts["mail.idea.step.subject", idea.Title],
                texts["mail.idea.step.text", idea.Title, (int)entry.Step, IdeaLadder.Steps, what, entry.Words, next, Link(IdeaAddress.Path(idea.Title, idea.Number)), Link(OwnPath)],
                string.Create(CultureInfo.InvariantCulture, $"idea/{idea.Id:N}/{entry.Number}")));
        }
    }

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>What was shown, refused and shown again is told each time.</summary>
    private static string Key(Idea idea, string what) => string.Create(CultureInfo.InvariantCulture, $"idea/{idea.Id:N}/{what}/{idea.MovedAt.UtcTicks}");

    private string Link(string path) => app.Value.BaseUrl.TrimEnd('/') + path;

    private Task<string?> AddressOfAsync(Idea idea, CancellationToken cancellationToken) =>
        db.Set<Resident>().Where(r => r.Id == idea.AuthorId).Select(r => (string?)r.Email).SingleOrDefaultAsync(cancellationToken);
}
