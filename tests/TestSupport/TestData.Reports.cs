using System.Text.Json;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.TestSupport;

public sealed partial class TestData
{
    public static readonly IReadOnlyList<ReportTheme> Themes =
    [
        new(Guid.CreateVersion7(), "Parkering", "", 7, 5, 2, [], null, []),
        new(Guid.CreateVersion7(), "Halka", "", 3, 3, 1, [], null, []),
    ];

    /// <summary>A rådslag that has closed, with its report delivered to the committee.</summary>
    /// <param name="promisedIn">Days until the promised answer; negative when it is late.</param>
    /// <param name="resultsIn">Days until the result is public; negative when it is.</param>
    public async Task<Consultation> WithCommitteeAsync(int promisedIn = 20, int resultsIn = -5, string slug = "torget")
    {
        var made = await ConsultationAsync(
            slug: slug, schedule: new Schedule(Now.AddDays(-90), Now.AddDays(-80), Now.AddDays(-60), Now.AddDays(resultsIn), Now.AddDays(promisedIn).SwedishDate()));
        var consultation = await Db.Set<Consultation>().SingleAsync(c => c.Id == made.Id);
        consultation.MarkCounted(Now.AddDays(-60));
        Must(consultation.DeliverToCommittee(Now.AddDays(-4)));
        var report = new Report(consultation.Id, DialogueKind.Consultation, consultation.CommitteeId!.Value, $"SBN 2026:{slug.Length}", 1, "Torget", requestedBy: null, Now.AddDays(-6));
        report.Collected(Now.AddDays(-5));
        report.Compose(JsonSerializer.Serialize(Model(consultation)));
        report.Complete(Now.AddDays(-5));
        Must(report.Deliver(Now.AddDays(-4)));
        Db.Add(report);
        await Db.SaveChangesAsync();
        Db.ChangeTracker.Clear();
        return consultation;
    }

    /// <summary>A complete answer: a point for each theme.</summary>
    public static FeedbackText CompleteAnswer() => new(
        [.. Themes.Select((t, i) => new FeedbackPoint(
            Guid.CreateVersion7(), t.Id, t.Name, "Det är ett problem.", i == 0 ? CommitteeDecision.No : CommitteeDecision.Yes,
            i == 0 ? "" : "Bygger värmeslingor.", i == 0 ? "31 platser försvinner." : "", i == 0 ? "" : "november 2027", i == 0 ? "" : "Gatuchefen"))],
        "Nämnden går vidare med Gröna torget.", Changed: true, "Värmeslingor fanns inte i förslaget.", "", new DateOnly(2026, 9, 22), "§ 96", "SBN 2026/0214");

    public async Task<Resident> FollowerAsync(Guid consultationId, DateTimeOffset? since = null)
    {
        var resident = new Resident($"{Guid.CreateVersion7():N}@exempelby.example", Now.AddDays(-30));
        Db.Add(resident);
        Db.Add(new Following(consultationId, resident.Id, since ?? Now.AddDays(-20)));
        await Db.SaveChangesAsync();
        return resident;
    }

    private static ReportModel Model(Consultation consultation) => new(
        "SBN 2026:1", 1, "Torget: flest valde Grönt", DialogueKind.Consultation, consultation.Title, $"/radslag/{consultation.Slug}", "Samhällsbyggnadsnämnden",
        consultation.CountedAt!.Value, consultation.PromisedAt!.Value, "1 312 svar.", [new ReportFinding("41 %", "valde Grönt.", "figur-val", "", "")],
        [new ReportAsked(Guid.Empty, "Vad beslutar nämnden?")], [new ReportSection("metod", "Metod", ["Självvalt urval."], [], "")], Themes, []);

    private static void Must<T>(Domain.Common.Result<T> result)
        where T : notnull
    {
        if (!result.IsSuccess)
        {
            throw new InvalidOperationException($"The test data breaks a rule: {result.Error}");
        }
    }
}
