using System.Text.Json;
using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Receipts;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medborgardialog.TestSupport;

public sealed partial class TestData
{
    private static readonly FeedbackActor Secretary = new(Guid.CreateVersion7(), "Karin Mallberg");

    /// <summary>Somebody answers through the ballot box; their receipt.</summary>
    /// <param name="participant">The same one changes the answer; a new one when null.</param>
    public async Task<string> ReceiptAsync(Guid dialogueId, string choice = "a", string text = "", Guid? participant = null)
    {
        var sheet = new AnswerSheet();
        sheet.Set("val", new Answer([choice], ""));
        sheet.Set("mer", new Answer([], text));
        var person = participant ?? RandomId.New();
        var receipt = Commitment.ReceiptCode(RandomId.Bytes(32));
        var cast = await services.GetRequiredService<IBallotBox>().CastAsync(
            new Cast(dialogueId, person, [.. person.ToByteArray(), .. new byte[16]], RandomId.Bytes(32), sheet.ToJson(), sheet.ChoicesToJson(), receipt, DraftId: null, AnswerDoor.Email),
            CancellationToken.None);
        return cast.Status is CastStatus.Accepted or CastStatus.Changed ? receipt : throw new InvalidOperationException($"The answer was not taken: {cast.Status}");
    }

    /// <summary>Closes a rådslag now and counts it.</summary>
    public async Task CountAsync(Guid consultationId)
    {
        await MoveClosingAsync(consultationId, TimeSpan.Zero);
        if (!await services.GetRequiredService<IBallotBox>().SealAsync(consultationId, CancellationToken.None))
        {
            throw new InvalidOperationException("The box was not sealed.");
        }

        Db.ChangeTracker.Clear();
    }

    /// <summary>A report with <see cref="Themes"/> is delivered to the committee.</summary>
    public async Task DeliverAsync(Guid consultationId)
    {
        var consultation = await Db.Set<Consultation>().SingleAsync(c => c.Id == consultationId);
        Must(consultation.DeliverToCommittee(Now));
        var report = new Report(consultationId, DialogueKind.Consultation, consultation.CommitteeId!.Value, "SBN 2026:9", 1, "Torget", requestedBy: null, Now);
        report.Collected(Now);
        report.Compose(JsonSerializer.Serialize(Model(consultation)));
        report.Complete(Now);
        Must(report.Deliver(Now));
        Db.Add(report);
        await Db.SaveChangesAsync();
        Db.ChangeTracker.Clear();
    }

    /// <summary>The committee's answer is public: a no to parking, and a yes to the other theme that is to be done by <paramref name="when"/>.</summary>
    public async Task<DecisionFeedback> AnswerAsync(Guid consultationId, string when = "november 2030")
    {
        var consultation = await Db.Set<Consultation>().SingleAsync(c => c.Id == consultationId);
        var complete = CompleteAnswer();
        var text = complete with { Points = [complete.Points[0], complete.Points[1] with { When = when }], MeetingDay = Now.SwedishDate() };
        var feedback = new DecisionFeedback(consultationId, consultation.CommitteeId!.Value);
        Must(feedback.Write(text, Secretary, Now));
        Must(feedback.Submit(reportId: null, Themes.Select(t => (t.Id, t.Name)), Secretary, Now));
        Must(feedback.Approve(new FeedbackActor(Guid.CreateVersion7(), "Bengt Exempelström"), Now));
        Must(consultation.Answer(Now));
        Db.Add(feedback);
        await Db.SaveChangesAsync();
        Db.ChangeTracker.Clear();
        return feedback;
    }

    /// <summary>The secretary says how the point with a measure goes.</summary>
    public async Task FollowUpAsync(Guid consultationId, PointStatus status, string note = "Det går framåt.")
    {
        var feedback = await Db.Set<DecisionFeedback>().SingleAsync(f => f.DialogueId == consultationId);
        Must(feedback.FollowUp(feedback.Points[1].Id, status, note, "", Secretary, Now));
        await Db.SaveChangesAsync();
        Db.ChangeTracker.Clear();
    }

    /// <summary>A rådslag that so many have answered, counted, reported and answered by its committee; their receipts.</summary>
    public async Task<(Consultation Consultation, IReadOnlyList<string> Receipts)> PromisedAsync(int answers, string when = "november 2020")
    {
        var now = Now;
        var consultation = await ConsultationAsync(schedule: new Schedule(now.AddDays(-9), now.AddDays(-8), now.AddDays(1), now.AddDays(2), now.AddDays(30).SwedishDate()));
        var receipts = new List<string>();
        for (var i = 0; i < answers; i++)
        {
            receipts.Add(await ReceiptAsync(consultation.Id));
        }

        await CountAsync(consultation.Id);
        await DeliverAsync(consultation.Id);
        await AnswerAsync(consultation.Id, when);
        return (consultation, receipts);
    }
}
