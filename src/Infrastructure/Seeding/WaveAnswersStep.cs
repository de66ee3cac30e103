using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Reports;
using Medborgardialog.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>The waves of the demo's panels that were promised an answer by now have one, in the words that the panel was told.</summary>
internal sealed class WaveAnswersStep(AppDbContext db, ClosedLoop loop) : ISeedStep
{
    private const int DaysBefore = 5;
    private const int Hour = 13;

    public async Task SeedAsync(SeedContext context, CancellationToken cancellationToken)
    {
        var panels = ExempelbyContent.Read<PanelContent>("ungdom.json");
        var told = panels.Waves.Concat(panels.AdultWaves).ToDictionary(w => w.Slug, StringComparer.Ordinal);
        foreach (var wave in ExempelbyContent.Read<CommitteeYearContent>("namndar.json").Waves)
        {
            var dialogue = await db.Set<AskedDialogue>().FirstOrDefaultAsync(d => d.Slug == wave.Slug && d.State == ConsultationState.WithCommittee, cancellationToken);
            if (dialogue is null || dialogue.PromisedAt > context.Now.SwedishDate())
            {
                continue;
            }

            var (said, committee) = (told[wave.Slug], context.Committees[wave.Committee]);
            var day = dialogue.PromisedAt.AddDays(-DaysBefore);
            var point = new FeedbackPoint(Guid.CreateVersion7(), null, said.Title, said.YouSaid, CommitteeDecision.Yes, said.WeDid, "", "", "Förvaltningschefen")
            {
                When = day.AddMonths(2).ToString("MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("sv-SE")),
            };
            var text = new FeedbackText([point], said.WeDid, Changed: true, said.DidItHelp, "", day, "§ 41", "");
            await loop.AnswerAsync(
                wave.Slug, text, TorgetLoopStep.Person(context, wave.Secretary, committee, Role.CommitteeSecretary),
                TorgetLoopStep.Person(context, wave.Chair, committee, Role.CommitteeMember, Role.CommitteeChair),
                new DateTimeOffset(day.ToDateTime(new TimeOnly(Hour, 0)), TimeSpan.Zero), cancellationToken);
            await loop.FollowUpAsync(
                wave.Slug, new FollowUpContent(0, nameof(PointStatus.Done), said.DidItHelp, 0), TorgetLoopStep.Person(context, wave.Secretary, committee, Role.CommitteeSecretary),
                new DateTimeOffset(dialogue.PromisedAt.ToDateTime(new TimeOnly(Hour, 0)), TimeSpan.Zero), cancellationToken);
        }
    }
}
