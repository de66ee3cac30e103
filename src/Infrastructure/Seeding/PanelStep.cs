using Medborgardialog.Application.Common;
using Medborgardialog.Application.Panels;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>
/// The demo's youth panel with three waves, the last of them open when the demo begins, and a panel of adults. Members come in, are asked and
/// leave in the order that they would have; the same seed gives the same people.
/// </summary>
internal sealed class PanelStep(AppDbContext db, BallotFilling filling, WaveForm form, WaveMembers members) : ISeedStep
{
    private const int Seed = 186;

    /// <summary>The address of the young member that the demo is shown as.</summary>
    public const string YoungMember = "blaalg@exempelby.example";

    private readonly Random _random = new(Seed);

    public async Task SeedAsync(SeedContext context, CancellationToken cancellationToken)
    {
        var content = ExempelbyContent.Read<PanelContent>("ungdom.json");
        var youth = await PanelAsync(context, content.Slug, PanelKind.Youth, content.Committee, content.Settings, cancellationToken);
        var people = new PanelPeople(content, _random);
        var joined = new List<Membership>();
        foreach (var wave in content.Waves)
        {
            if (wave.Number == content.Waves[^1].Number)
            {
                // Those who had left before the latest wave.
                joined.Where(m => m.AgeTold > 0 && people.Leaves(m)).ToList().ForEach(m => m.Leave(Day(context, wave.Opens - 20).SwedishDate()));
                joined.RemoveAll(m => m.HasEnded);
            }

            joined.AddRange(await JoinAsync(context, youth, people.Next(wave.Invited - joined.Count), wave.Opens - 6, cancellationToken));
            var answers = people.Answers(wave, joined);
            await WaveAsync(context, youth, wave, wave.Number == content.Waves[^1].Number ? content.Questions : content.Questions.Take(1).ToList(), answers, cancellationToken);
        }

        await TalkAsync(context, youth, content.Topics, joined, cancellationToken);
        await SlotsAsync(context, youth, [("SBN", "Bussar på kvällen", SlotPriority.Decision), ("KFN", "Nya fritidsgården", SlotPriority.Planned)], cancellationToken);
        await AdultsAsync(context, content, cancellationToken);
        db.ChangeTracker.Clear();
    }

    /// <summary>So many days after the opening of the demo's rådslag.</summary>
    private static DateTimeOffset Day(SeedContext context, int day, int hour = 8, int minute = 0) => context.Scenario.At(context.Now, day, hour, minute);

    private async Task AdultsAsync(SeedContext context, PanelContent content, CancellationToken cancellationToken)
    {
        var panel = await PanelAsync(context, content.AdultSlug, PanelKind.Adult, content.AdultCommittee, content.Adult, cancellationToken);
        var people = PanelPeople.Adults(content, _random);
        var joined = new List<Membership>();
        foreach (var wave in content.AdultWaves)
        {
            joined.AddRange(await JoinAsync(context, panel, people.Next(wave.Invited - joined.Count), wave.Opens - 6, cancellationToken));
            await WaveAsync(context, panel, wave, content.AdultQuestions, people.Answers(wave, joined), cancellationToken);
        }
    }

    private async Task<Panel> PanelAsync(
        SeedContext context, string slug, PanelKind kind, string committee, PanelSettings settings, CancellationToken cancellationToken)
    {
        var programme = new Programme(slug, settings.Name);
        var panel = new Panel(slug, kind, context.Committees[committee], programme.Id, context.Staff["Maria Demolund"], Day(context, -240));
        TorgetStep.Must(panel.Write(settings));
        panel.Turn(PanelState.Open);
        db.AddRange(programme, panel);
        await db.SaveChangesAsync(cancellationToken);
        return panel;
    }

    private async Task<List<Membership>> JoinAsync(
        SeedContext context, Panel panel, IReadOnlyList<SeededMember> people, int day, CancellationToken cancellationToken)
    {
        var (at, joined) = (Day(context, day), new List<Membership>());
        foreach (var person in people)
        {
            var resident = await db.Set<Resident>().SingleOrDefaultAsync(r => r.Email == person.Email, cancellationToken);
            if (resident is null)
            {
                resident = new Resident(person.Email, at);
                db.Add(resident);
            }

            var asked = new JoinRequest(person.Age, person.Alias, person.Background, WasDrawn: person.WasDrawn, HasExcludedRole: false, panel.ConsentVersion);
            var member = Membership.Ask(panel, resident.Id, asked, active: 0, null, at.SwedishDate(), at);
            joined.Add(member.Value ?? throw new InvalidOperationException(member.Error!.Code));
        }

        db.AddRange(joined);
        await db.SaveChangesAsync(cancellationToken);
        return joined;
    }

    private async Task WaveAsync(
        SeedContext context, Panel panel, WaveContent content, IReadOnlyList<Question> questions, IReadOnlyDictionary<Guid, AnswerSheet> answers,
        CancellationToken cancellationToken)
    {
        var survey = new Survey(content.Slug, content.Title, context.Staff["Maria Demolund"], Day(context, content.Opens - 20));
        var committee = await db.Set<Committee>().SingleAsync(c => c.Id == panel.CommitteeId, cancellationToken);
        form.Fill(panel, survey, content.Number, committee);
        TorgetStep.Must(survey.WriteTexts(content.Title, "", content.Why, "", ""));
        var last = content.Opens + content.Days;
        TorgetStep.Must(survey.SetTimes(new SurveyTimes(
            Day(context, content.Opens, 15), Day(context, last, 23, 59), Day(context, last + 2, 12),
            Day(context, last + 60).SwedishDate())));
        var questionnaire = new Questionnaire(survey.Id);
        TorgetStep.Must(survey.Ask(questionnaire, questions, experience: null));
        TorgetStep.Must(survey.SendForReview(context.Staff["Maria Demolund"], questionnaire));
        var wave = new PanelWave(panel.Id, survey.Id, content.Number, content.Sensitive);
        db.AddRange(survey, questionnaire, wave, Booking(context, panel, wave, content));
        survey.Invite(await members.AskAllAsync(panel, wave, survey.Times!.AnswersOpenAt.SwedishDate(), context.Staff["Maria Demolund"], cancellationToken));
        TorgetStep.Must(survey.Approve(context.Staff["Nils Mallqvist"], questionnaire, committee.Name, survey.Times.AnswersOpenAt.AddDays(-2)));
        await db.SaveChangesAsync(cancellationToken);
        if (survey.Times.AnswersOpenAt > context.Now)
        {
            return;
        }

        var asked = await db.Set<WaveInvitation>().Where(i => i.WaveId == wave.Id).ToDictionaryAsync(i => i.MembershipId, i => i.PersonId, cancellationToken);
        var until = Math.Min(content.Days, (context.Now - survey.Times.AnswersOpenAt).Days);
        await filling.FillAsync(
            survey.Id, survey.Times.AnswersOpenAt, survey.Times.ClosesAt, until,
            [.. answers.Select(a => new SimulatedAnswer(a.Value, a.Value, new Dictionary<string, string>()) { Door = AnswerDoor.Panel, Participant = asked[a.Key] })], cancellationToken);
        if (survey.Times.ClosesAt <= context.Now)
        {
            await filling.SealAsync(survey.Id, survey.Times.ClosesAt, cancellationToken);
        }

        if (content.YouSaid.Length > 0 && Day(context, last + 20) <= context.Now)
        {
            TorgetStep.Must(wave.Return(content.YouSaid, content.WeDid, content.DidItHelp, isCounted: true, "Maria Demolund, kommunikatör", Day(context, last + 20)));
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>The week in which a wave opens, booked in time by the panel's own committee.</summary>
    private static SlotBooking Booking(SeedContext context, Panel panel, PanelWave wave, WaveContent content)
    {
        var wish = new SlotWish(panel.CommitteeId, SlotBooking.MondayOf(Day(context, content.Opens).SwedishDate()), wave.Id, content.Title, SlotPriority.Planned);
        var booking = SlotBooking.Ask(panel.Id, wish, "Maria Demolund, kommunikatör", Day(context, content.Opens - 40)).Value!;
        TorgetStep.Must(booking.Use(wave, "Nils Mallqvist, kommunikatör", Day(context, content.Opens - 38)));
        return booking;
    }

    /// <summary>What committees want to ask the panel about later: the first has its week, the second waits for an answer.</summary>
    private async Task SlotsAsync(SeedContext context, Panel panel, IReadOnlyList<(string Committee, string Purpose, SlotPriority Priority)> wishes, CancellationToken cancellationToken)
    {
        var today = context.Now.SwedishDate();
        var bookings = await db.Set<SlotBooking>().AsNoTracking().Where(b => b.PanelId == panel.Id).ToListAsync(cancellationToken);
        var calendar = new SlotCalendar(bookings, panel.Settings.InvitationsPerQuarter, today);
        foreach (var (i, (committee, purpose, priority)) in wishes.Index())
        {
            var week = calendar.NextFree(SlotBooking.MondayOf(today.AddDays(35 * (i + 1)))) ?? throw new InvalidOperationException("The calendar of the demo is full.");
            var booking = SlotBooking.Ask(panel.Id, new SlotWish(context.Committees[committee], week, null, purpose, priority), "Maria Demolund, kommunikatör", context.Now.AddDays(-4 + i)).Value!;
            TorgetStep.Must(calendar.Book(booking, context.Now));
            if (i == 0)
            {
                TorgetStep.Must(booking.Accept("Nils Mallqvist, kommunikatör", context.Now.AddDays(-2)));
            }

            db.Add(booking);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task TalkAsync(
        SeedContext context, Panel panel, IReadOnlyList<TopicContent> topics, IReadOnlyList<Membership> joined, CancellationToken cancellationToken)
    {
        var at = Day(context, context.Scenario.Day - 6, 9);
        foreach (var (content, i) in topics.Select((t, i) => (t, i)))
        {
            var topic = PanelTopic.Open(panel.Id, i + 1, content.Title, content.Ideas, at).Value!;
            db.Add(topic);
            foreach (var post in content.Posts)
            {
                at = at.AddHours(3);
                var member = joined.FirstOrDefault(m => m.Alias == post[0].GetString());
                var written = (member is null
                    ? PanelPost.Answer(topic, "Maria Demolund, kommunikatör", post[1].GetString()!, RandomId.New(), at)
                    : PanelPost.Write(topic, member, post[1].GetString()!, RandomId.New(), 0, at)).Value!;
                written.Show(at);
                if (post.Count > 2)
                {
                    TorgetStep.Must(written.Climb(post[2].GetInt32()));
                }

                db.Add(written);
            }

            foreach (var post in content.Waiting)
            {
                db.Add(PanelPost.Write(topic, joined.First(m => m.Alias == post[0].GetString()), post[1].GetString()!, RandomId.New(), 0, context.Now.AddHours(-2)).Value!);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
