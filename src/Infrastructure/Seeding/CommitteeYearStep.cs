using System.Text.Json;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Goals;
using Medborgardialog.Domain.Plans;
using Medborgardialog.Domain.Reports;
using Medborgardialog.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>The common goals of the demo, half a year of what its committees have written of them, and what they plan to do.</summary>
internal sealed class CommitteeYearStep(AppDbContext db) : ISeedStep
{
    private const int Months = 6;
    private const int DayOfMonth = 12;
    private const int Hour = 9;

    private static readonly Dictionary<string, string> _secretaries = new(StringComparer.Ordinal)
    {
        ["SBN"] = "Karin Mallberg", ["VON"] = "Gunilla Provgren", ["KFN"] = "Inger Demoström",
    };

    public async Task SeedAsync(SeedContext context, CancellationToken cancellationToken)
    {
        var content = ExempelbyContent.Read<CommitteeYearContent>("namndar.json");
        foreach (var (written, index) in content.Goals.Select((g, i) => (g, i)))
        {
            var goal = new Goal(written.Key, index + 1);
            TorgetStep.Must(goal.Write(written.Text, written.Committees.Select(c => context.Committees[c]), written.Measures.Select(Measure), isActive: true));
            db.Add(goal);
            foreach (var committee in written.Committees)
            {
                db.AddRange(Notes(context, goal, index, committee, written.Says[committee]));
            }
        }

        foreach (var plan in content.Plans)
        {
            db.Add(await PlanAsync(context, plan, cancellationToken));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static GoalMeasure Measure(string text)
    {
        var parts = text.Split('|');
        return new GoalMeasure(parts[0], parts.Length > 1 ? parts[1] : "");
    }

    /// <summary>One a month, getting better; every third goal lacks a month, and of the present month a part has been written.</summary>
    private static IEnumerable<GoalNote> Notes(SeedContext context, Goal goal, int index, string committee, string says)
    {
        var month = GoalNote.MonthOf(context.Now.SwedishDate());
        for (var back = Months; back >= 0; back--)
        {
            if ((index % 3 == 1 && back == 2) || (back == 0 && index % 2 == 1))
            {
                continue;
            }

            var about = month.AddMonths(-back);
            var day = about.AddDays(DayOfMonth);
            var at = new DateTimeOffset(day.ToDateTime(new TimeOnly(Hour, 0)), TimeSpan.Zero);
            var now = at < context.Now ? at : context.Now;
            var state = back > 3 ? GoalState.NotYet : back > 1 || index % 4 == 3 ? GoalState.Partly : GoalState.OnTheWay;
            var note = GoalNote.Write(goal, context.Committees[committee], about, state, says, _secretaries[committee], now.SwedishDate(), now);
            TorgetStep.Must(note);
            yield return note.Value!;
        }
    }

    private async Task<PlanItem> PlanAsync(SeedContext context, PlanContent content, CancellationToken cancellationToken)
    {
        var today = context.Now.SwedishDate();
        var ground = content.Survey is null ? PlanGround.Words : await GroundAsync(content.Survey, cancellationToken);
        var by = _secretaries[content.Committee];
        var added = PlanItem.Add(
            context.Committees[content.Committee], new PlanText(content.Finding, content.Measure, content.Responsible, today.AddDays(content.Start), today.AddDays(content.Due)),
            ground, by, context.Now.AddDays(content.Start));
        TorgetStep.Must(added);
        if (content.Note.Length > 0)
        {
            TorgetStep.Must(added.Value!.FollowUp(Enum.Parse<PointStatus>(content.Status), content.Note, due: null, by, context.Now.AddDays(content.NoteDay)));
        }

        return added.Value!;
    }

    /// <summary>The first number of the survey's latest report.</summary>
    private async Task<PlanGround> GroundAsync(string survey, CancellationToken cancellationToken)
    {
        var report = await db.Set<Report>().AsNoTracking()
            .Where(r => r.State == ReportState.Delivered && r.Kind == DialogueKind.Survey
                && db.Set<AskedDialogue>().Any(d => d.Id == r.DialogueId && d.Slug.StartsWith(survey)))
            .OrderByDescending(r => r.Version).FirstOrDefaultAsync(cancellationToken);
        return report?.Model is { } model && JsonSerializer.Deserialize<ReportModel>(model)!.Figures is [var first, ..]
            ? new PlanGround(report.DialogueId, null, report.Number, report.Version, first.Key)
            : PlanGround.Words;
    }
}
