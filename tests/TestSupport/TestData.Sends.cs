using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Sends;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.TestSupport;

public sealed partial class TestData
{
    public static readonly SendTexts SendWords = new("Vad tycker du?", "Svara till {stänger}: {länk}\n{kontakt}", "What do you think?", "Answer until {stänger}: {länk}\n{kontakt}");

    /// <summary>A frame of people who can be reached by mail, text message and letter, without codes.</summary>
    /// <param name="email">Address of person number i; i@… unless given.</param>
    public async Task<IReadOnlyList<Guid>> ReachableAsync(Consultation consultation, int people, Func<int, string>? email = null, int? oldest = null)
    {
        var frame = new Frame(consultation.Id, FrameSettings(Now.SwedishDate()) with { Oldest = oldest }, people, Guid.CreateVersion7(), Now);
        Db.Add(frame);
        var ids = new List<Guid>();
        for (var i = 0; i < people; i++)
        {
            var person = new FramePerson(
                frame.Id, "16–24", "Centrum", "", i % 5 == 4 ? "en" : "sv",
                new FrameContact($"Ärla Påhittad{i}", "Exempelgatan 1", "980 01", "Exempelby", email?.Invoke(i) ?? $"p{i}@exempelby.example", $"070-174 {i:0000}"));
            Db.Add(person);
            ids.Add(person.Id);
        }

        await Db.SaveChangesAsync();
        Db.ChangeTracker.Clear();
        return ids;
    }

    /// <summary>A send that is under way, past the rules of when.</summary>
    public async Task<Send> RunningAsync(Consultation consultation, SendKind kind = SendKind.Invitation, SendChannel channel = SendChannel.Mail)
    {
        var opens = Now.AddDays(-60);
        var invited = new SendDialogue(consultation.Id, opens, Now.AddDays(1), opens, [], SwedishTime.Zone);
        var first = Send.Plan(invited, SendKind.FirstReminder, channel, SendWords, opens.AddDays(10), AllowedHours.Always(SwedishTime.Zone), Guid.Empty, opens.AddDays(10)).Value!;
        first.Start(Guid.CreateVersion7(), opens.AddDays(10));
        var send = Send.Plan(
            invited with { Sends = kind == SendKind.SecondReminder ? [first] : [] }, kind, channel, SendWords, Now, AllowedHours.Always(SwedishTime.Zone), Guid.CreateVersion7(), Now).Value!;
        send.Start(Guid.CreateVersion7(), Now);
        Db.Add(send);
        await Db.SaveChangesAsync();
        Db.ChangeTracker.Clear();
        return send;
    }

    /// <summary>As the ballot box does when somebody answers.</summary>
    public Task TakePartAsync(Guid dialogueId, Guid personId) => Db.Database.ExecuteSqlAsync(
        $"INSERT INTO participation (consultation_id, participant_id, day) VALUES ({dialogueId}, {personId}, current_date) ON CONFLICT DO NOTHING");
}
