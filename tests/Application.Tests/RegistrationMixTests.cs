using System.Globalization;
using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Registration;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Registration;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Application.Tests;

/// <summary>Any mix of web, paper and telephone gives one answer for each code, and the one that the rule says (ADR 0024).</summary>
public class RegistrationMixTests : UseCaseTest
{
    private static readonly string[] _choices = ["a", "b", "inget"];
    private static readonly Guid[] _officers = [Guid.CreateVersion7(), Guid.CreateVersion7()];

    public RegistrationMixTests() => User.Roles.Add(Role.Officer);

    [Theory]
    [InlineData(AnswerMode.Confidential, 200, 11)]
    [InlineData(AnswerMode.Open, 100, 12)]
    [InlineData(AnswerMode.Anonymous, 200, 13)]
    public async Task Any_order_gives_one_answer_per_code_and_the_right_one(AnswerMode mode, int codes, int seed)
    {
        var random = new Random(seed);
        var consultation = await Data.ConsultationAsync(mode);
        var people = (await PeopleAsync(consultation, codes)).Select(p => new Code(p)).ToList();
        await Use<BeginRegistrationHandler>().HandleAsync(new("radslag", "torget", TwiceOnPaper: true, TwiceOnPhone: false), CancellationToken);
        await Use<OpenBatchHandler>().HandleAsync(new("radslag", "torget", AnswerDoor.Paper), CancellationToken);
        await Use<OpenBatchHandler>().HandleAsync(new("radslag", "torget", AnswerDoor.Phone), CancellationToken);
        var deck = people.SelectMany(p => Enumerable.Repeat(p, random.Next(1, 7))).OrderBy(_ => random.Next()).ToList();

        foreach (var code in deck)
        {
            var choice = _choices[random.Next(3)];
            var (error, expected) = random.Next(4) switch
            {
                0 => (await WebAsync(consultation, code, choice), code.Web(mode, choice)),
                1 => (await FormAsync(code, 2, _officers[random.Next(2)], choice), code.Cast(mode, choice)),
                _ => await PaperAsync(code, mode, choice, random),
            };
            Assert.Equal(expected, error?.GetType());
        }

        var counted = people.Where(p => p.Counted is not null).ToList();
        var stored = await Db.Database.SqlQuery<string>($"SELECT body ->> 'val' AS \"Value\" FROM ballot").ToListAsync(CancellationToken);
        Assert.Equal(counted.Select(p => $"[\"{p.Counted}\"]").Order(), stored.Order());
        Assert.Equal(counted.Count, await CountAsync("participation"));
        Assert.Equal(people.Count(p => p.Waiting is not null), await CountAsync("registered_entry"));
        Assert.True(counted.Exists(p => p.IsOwn) && counted.Exists(p => !p.IsOwn));
        Assert.All(await OwnAsync(consultation, mode, people), pair => Assert.Equal(pair.Expected, pair.Stored));
    }

    /// <summary>The same instant, and every outcome that it can have.</summary>
    [Fact]
    public async Task A_form_and_the_participant_at_once_leave_the_participants_answer()
    {
        var consultation = await Data.ConsultationAsync();
        var people = await PeopleAsync(consultation, 60);
        await Use<BeginRegistrationHandler>().HandleAsync(new("radslag", "torget", false, false), CancellationToken);
        await Use<OpenBatchHandler>().HandleAsync(new("radslag", "torget", AnswerDoor.Paper), CancellationToken);
        var (box, registrations) = (Services.GetRequiredService<IBallotBox>(), Services.GetRequiredService<IRegistrationBox>());
        var key = (await Services.GetRequiredService<IDialogueKeys>().FindAsync(consultation.Id, CancellationToken))!;

        await Task.WhenAll(people.SelectMany(p => new[]
        {
            Task.Run(() => box.CastAsync(CastOf(consultation, p, key, "a", AnswerDoor.LetterCode), CancellationToken)),
            Task.Run(async () => (await registrations.RegisterAsync(CastOf(consultation, p, key, "b", AnswerDoor.Paper), 1, null, anonymous: false, CancellationToken))!),
        }));

        var stored = await Db.Database.SqlQuery<string>($"SELECT (body ->> 'val') || door AS \"Value\" FROM ballot").ToListAsync(CancellationToken);
        Assert.Equal(Enumerable.Repeat("[\"a\"]2", 60), stored);
        Assert.Equal(60, await CountAsync("participation"));

        // No form has a receipt that leads nowhere: each is in the log because it was in the box.
        var replaced = await Db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM ballot WHERE changes = 1").SingleAsync(CancellationToken);
        Assert.Equal(60 + replaced, await CountAsync("ballot_cast"));
    }

    /// <summary>People of a frame. Their codes are typed in other tests: hashing hundreds takes its time.</summary>
    private async Task<List<FramePerson>> PeopleAsync(Consultation consultation, int count)
    {
        var now = TimeProvider.System.GetUtcNow();
        var frame = new Frame(consultation.Id, TestData.FrameSettings(now.SwedishDate()), count, Guid.CreateVersion7(), now);
        var people = Enumerable.Range(0, count).Select(_ => new FramePerson(frame.Id, "16–24", "Centrum", "", "sv", FrameContact.None)).ToList();
        Db.Add(frame);
        Db.AddRange(people);
        await Db.SaveChangesAsync(CancellationToken);
        return people;
    }

    private static Cast CastOf(Consultation consultation, FramePerson person, byte[] key, string choice, AnswerDoor door)
    {
        var body = $$"""{"val":["{{choice}}"]}""";
        return new Cast(
            consultation.Id, person.Id, OwnerTag.Confidential(key, person.Id), RandomId.Bytes(32), body, body,
            Convert.ToHexString(RandomId.Bytes(16))[..24], null, door);
    }

    private async Task<Error?> WebAsync(Consultation consultation, Code code, string choice)
    {
        Passes.Give(consultation.Id, new AnswerPass(code.Person.Id, AnswerDoor.LetterCode));
        var isNew = code.EditKey is null;
        var key = code.EditKey ?? EditKey.New();
        var sent = await Use<CastBallotHandler>().HandleAsync(
            new(new DialogueSlug(DialogueKind.Consultation, "torget"), Sheet(choice), RandomId.Bytes(16), null, key, isNew), CancellationToken);
        code.EditKey ??= sent.IsSuccess && consultation.Mode == AnswerMode.Anonymous ? key : null;
        return sent.Error;
    }

    private async Task<(Error? Error, Type? Expected)> PaperAsync(Code code, AnswerMode mode, string choice, Random random)
    {
        var officer = _officers[random.Next(2)];
        if (code.Waiting is not { } waiting)
        {
            code.Waiting = (choice, officer);
            return (await FormAsync(code, 1, officer, choice), null);
        }

        if (waiting.Officer == officer)
        {
            return (await FormAsync(code, 1, officer, choice), typeof(EntryNeedsAnother));
        }

        code.Waiting = null;
        if (waiting.Choice == choice)
        {
            return (await FormAsync(code, 1, officer, choice), code.Cast(mode, choice));
        }

        var first = random.Next(2) == 0;
        Assert.Null(await FormAsync(code, 1, officer, choice));
        var entry = await Db.Set<RegisteredEntry>().AsNoTracking().SingleAsync(e => e.HolderId == code.Person.Id, CancellationToken);
        var decided = await Use<DecideEntryHandler>().HandleAsync(
            new("radslag", "torget", entry.Id, new Dictionary<string, bool> { ["val"] = first }, RandomId.Bytes(16)), CancellationToken);
        return (decided.Error, code.Cast(mode, first ? waiting.Choice : choice));
    }

    private async Task<Error?> FormAsync(Code code, int batch, Guid officer, string choice)
    {
        Db.ChangeTracker.Clear();
        User.Id = officer;
        return (await Use<RegisterFormHandler>().HandleAsync(
            new("radslag", "torget", batch, new FormHolder(code.Person.Id, "7K4P"), Sheet(choice), RandomId.Bytes(16)), CancellationToken)).Error;
    }

    /// <summary>Where a participant can be found again: what each code's ballot says.</summary>
    private async Task<List<(string? Expected, string? Stored)>> OwnAsync(Consultation consultation, AnswerMode mode, List<Code> people)
    {
        var found = new List<(string?, string?)>();
        var definition = (await Services.GetRequiredService<IAnswerDefinitions>().FindAsync(new DialogueSlug(DialogueKind.Consultation, "torget"), CancellationToken))!;
        foreach (var code in people.Where(p => mode != AnswerMode.Anonymous || p.EditKey is not null))
        {
            var tag = await Services.GetRequiredService<OwnerTags>().FindAsync(definition, code.Person.Id, code.EditKey, CancellationToken);
            var own = await Services.GetRequiredService<IBallotBox>().FindAsync(consultation.Id, tag!, CancellationToken);
            found.Add((code.Counted, own is null ? null : AnswerSheet.FromJson(own.Body)["val"].Choices[0]));
        }

        return found;
    }

    private Task<int> CountAsync(string table) =>
        Db.Database.SqlQueryRaw<int>(string.Create(CultureInfo.InvariantCulture, $"SELECT count(*)::int AS \"Value\" FROM {table}")).SingleAsync(CancellationToken);

    private static AnswerSheet Sheet(string choice)
    {
        var sheet = new AnswerSheet();
        sheet.Set("val", new Answer([choice], ""));
        return sheet;
    }

    /// <summary>The rule, in a form of its own.</summary>
    private sealed class Code(FramePerson person)
    {
        public FramePerson Person => person;

        public string? Counted { get; private set; }

        public bool IsOwn { get; private set; }

        public string? EditKey { get; set; }

        public (string Choice, Guid Officer)? Waiting { get; set; }

        public Type? Web(AnswerMode mode, string choice)
        {
            if (mode == AnswerMode.Anonymous && Counted is not null && !IsOwn)
            {
                return typeof(AlreadyAnswered);
            }

            (Counted, IsOwn) = (choice, true);
            return null;
        }

        public Type? Cast(AnswerMode mode, string choice)
        {
            if (mode == AnswerMode.Anonymous ? Counted is not null : IsOwn)
            {
                return mode == AnswerMode.Anonymous ? typeof(FormAnswered) : typeof(OwnAnswerStands);
            }

            Counted = choice;
            return null;
        }
    }
}
