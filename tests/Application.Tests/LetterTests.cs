using System.Text;
using Medborgardialog.Application.Frames;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Xunit;

namespace Medborgardialog.Application.Tests;

/// <summary>Codes and letters are made together, and the letters are the only place where the codes are.</summary>
public class LetterTests : UseCaseTest
{
    public LetterTests() => User.Roles.Add(Role.Officer);

    [Fact]
    public async Task Every_letter_has_a_code_that_opens_the_dialogue_and_no_code_is_in_the_database()
    {
        var consultation = await Data.ConsultationAsync();
        var before = await Data.FrameAsync(consultation, 7);

        var letters = await PrintAsync(await OrderAsync());

        var dump = await Data.DumpAsync();
        Assert.Contains("frame.lettersOrderedAgain", dump, StringComparison.Ordinal);
        Assert.Equal(7, letters.Select(l => l.Code).Distinct().Count());
        foreach (var letter in letters)
        {
            var opened = await Use<OpenDialogueWithCodeHandler>().HandleAsync(new(letter.Code, false), CancellationToken);
            Assert.Equal("/radslag/torget/svara", opened.Value!.AnswerPath);
            var secret = LetterCode.Read(letter.Code).Value!.Secret;
            Assert.DoesNotContain(secret, dump, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(letter.Code[5..19], dump, StringComparison.OrdinalIgnoreCase);
        }

        foreach (var (_, code) in before.People)
        {
            Assert.IsType<CodeUnknown>((await Use<OpenDialogueWithCodeHandler>().HandleAsync(new(code.Shown, false), CancellationToken)).Error);
        }
    }

    [Fact]
    public async Task A_printing_that_stops_half_way_leaves_the_earlier_codes_working_and_no_letters()
    {
        var (_, code) = (await Data.FrameAsync(await Data.ConsultationAsync())).People[0];
        var task = await OrderAsync();
        var printer = new Mock<ILetterPrinter>();
        printer.Setup(p => p.Begin(It.IsAny<LetterText>(), It.IsAny<Stream>())).Throws<IOException>();

        await Assert.ThrowsAsync<IOException>(() => Handler(printer.Object).HandleAsync(new(task), CancellationToken));

        Db.ChangeTracker.Clear();
        Assert.True((await Use<OpenDialogueWithCodeHandler>().HandleAsync(new(code.Shown, false), CancellationToken)).IsSuccess);
        Assert.Equal(0, await Db.Set<LetterFile>().CountAsync(CancellationToken));
    }

    [Fact]
    public async Task The_real_letters_are_two_pages_each_and_the_job_may_run_twice()
    {
        await Data.FrameAsync(await Data.ConsultationAsync(), 5);
        var task = await OrderAsync();
        var handler = Handler(Services.GetRequiredService<ILetterPrinter>());

        var printed = await handler.HandleAsync(new(task), CancellationToken);
        await handler.HandleAsync(new(task), CancellationToken);

        Assert.Equal(new LettersPrinted(5, 0), printed.Value);
        var fetched = (await Use<DownloadLettersHandler>().HandleAsync(new("radslag", "torget"), CancellationToken)).Value!;
        Assert.Equal("brev-torget.pdf", fetched.Name);
        Assert.Equal(10, Pages(fetched.Pdf));
        Assert.Equal(2, await Db.Set<AuditEntry>().CountAsync(a => a.Action == "frame.lettersFetched" || a.Action == "frame.lettersOrderedAgain", CancellationToken));
        Assert.Equal(LongTaskState.Finished, (await Db.Set<LongTask>().AsNoTracking().SingleAsync(CancellationToken)).State);
    }

    /// <summary>A reminder is days in the post, and forms filled in with the first code may already be on their way back.</summary>
    [Fact]
    public async Task A_reminder_letter_has_a_code_of_its_own_and_the_earlier_ones_go_on_working()
    {
        var consultation = await Data.ConsultationAsync();
        var (frame, people) = await Data.FrameAsync(consultation, 2);
        var printer = new CollectingPrinter();
        var only = new HashSet<Guid> { people[0].Person.Id };

        await Handler(printer).HandleAsync(new(await OrderAsync(), only), CancellationToken);
        Db.ChangeTracker.Clear();
        await Handler(printer).HandleAsync(new(await OrderAsync(), only), CancellationToken);
        Db.ChangeTracker.Clear();

        var codes = printer.Letters.Select(l => l.Code).Prepend(people[0].Code.Shown).ToList();
        var opened = new List<Guid?>();
        foreach (var code in codes)
        {
            opened.Add((await Use<OpenDialogueWithCodeHandler>().HandleAsync(new(code, false), CancellationToken)).Value?.PersonId);
        }

        Assert.All(opened, id => Assert.Equal(people[0].Person.Id, id));
        Assert.Equal(3, opened.Count);
        Assert.True((await Use<OpenDialogueWithCodeHandler>().HandleAsync(new(people[1].Code.Shown, false), CancellationToken)).IsSuccess);
        var after = await Db.Set<Frame>().AsNoTracking().SingleAsync(f => f.Id == frame.Id, CancellationToken);
        Assert.NotEqual(after.CodesIssuedAt, after.LettersPrintedAt);
        Db.ChangeTracker.Clear();
        await Use<ReissueCodeHandler>().HandleAsync(new("radslag", "torget", people[0].Code.Selector, "brevet kom bort"), CancellationToken);
        foreach (var code in codes)
        {
            Assert.IsType<CodeUnknown>((await Use<OpenDialogueWithCodeHandler>().HandleAsync(new(code, false), CancellationToken)).Error);
        }
    }

    /// <summary>Only another run of the same job may make a run give up: what else changes the list makes it run again.</summary>
    [Fact]
    public async Task A_list_that_changes_while_letters_are_printed_makes_the_job_run_again()
    {
        var (frame, _) = await Data.FrameAsync(await Data.ConsultationAsync(), 2);
        var task = await OrderAsync();
        var printer = new CollectingPrinter
        {
            Meanwhile = () => Db.Database.ExecuteSqlAsync($"UPDATE frame SET frozen_at = clock_timestamp() WHERE id = {frame.Id}", CancellationToken),
        };

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Handler(printer).HandleAsync(new(task), CancellationToken));
        Db.ChangeTracker.Clear();
        var again = await Handler(new CollectingPrinter()).HandleAsync(new(task), CancellationToken);

        Assert.Equal(new LettersPrinted(2, 0), again.Value);
    }

    [Fact]
    public async Task The_square_leads_to_the_page_and_nowhere_holds_the_code()
    {
        await Data.FrameAsync(await Data.ConsultationAsync());
        LetterText? text = null;

        await PrintAsync(await OrderAsync(), t => text = t);

        Assert.EndsWith("/svara", text!.Link, StringComparison.Ordinal);
        Assert.Equal("Hur ska torget användas?", text.Heading);
        Assert.Contains("Torget ska byggas om.", text.Easy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasing_takes_names_addresses_and_letters_and_leaves_the_codes()
    {
        await Data.FrameAsync(await Data.ConsultationAsync());
        await Handler(Services.GetRequiredService<ILetterPrinter>()).HandleAsync(new(await OrderAsync()), CancellationToken);

        await Use<ForgetAddressesHandler>().HandleAsync(new("radslag", "torget"), CancellationToken);

        var dump = await Data.DumpAsync();
        Assert.DoesNotContain("Påhittad", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("Exempelgatan", dump, StringComparison.Ordinal);
        Assert.NotNull((await Db.Set<FramePerson>().AsNoTracking().SingleAsync(CancellationToken)).SecretHash);
        Assert.IsType<LettersGone>((await Use<DownloadLettersHandler>().HandleAsync(new("radslag", "torget"), CancellationToken)).Error);
        Assert.IsType<AddressesForgotten>((await Use<IssueCodesHandler>().HandleAsync(new("radslag", "torget"), CancellationToken)).Error);
    }

    [Fact]
    public async Task What_is_promised_to_be_gone_is_gone_after_its_days()
    {
        var now = TimeProvider.System.GetUtcNow();
        var old = await Data.ConsultationAsync(schedule: Closed(now, days: 91), slug: "gammal");
        var recent = await Data.ConsultationAsync(schedule: Closed(now, days: 31), slug: "nyligen");
        var open = await Data.ConsultationAsync();
        foreach (var consultation in new[] { old, recent, open })
        {
            await Data.FrameAsync(consultation);
            Db.Add(new LetterFile(consultation.Id, 1, [1], now, DateOnly.FromDateTime(now.UtcDateTime).AddDays(consultation == open ? 0 : -LetterFile.DaysKept - 1)));
        }

        Db.Add(new FrameDraft(open.Id, Guid.Empty, "{}", "{}", [1], now.AddDays(-2)));
        await Db.SaveChangesAsync(CancellationToken);

        await Use<RetireFramesHandler>().HandleAsync(new(), CancellationToken);

        Db.ChangeTracker.Clear();
        var kept = await Db.Set<Frame>().Join(Db.Set<FramePerson>(), f => f.Id, p => p.FrameId, (f, p) => new { f.DialogueId, Person = p }).ToDictionaryAsync(p => p.DialogueId, p => p.Person, CancellationToken);
        Assert.Equal((null, null), (kept[old.Id].Contact, kept[old.Id].Selector));
        Assert.Equal((null, true), (kept[recent.Id].Contact, kept[recent.Id].Selector is not null));
        Assert.Equal((true, true), (kept[open.Id].Contact is not null, kept[open.Id].Selector is not null));
        Assert.Equal([open.Id], await Db.Set<LetterFile>().Select(f => f.DialogueId).ToListAsync(CancellationToken));
        Assert.Equal(0, await Db.Set<FrameDraft>().CountAsync(CancellationToken));
    }

    private static Schedule Closed(DateTimeOffset now, int days)
    {
        var closed = now.AddDays(-days);
        return new Schedule(closed.AddDays(-20), closed.AddDays(-20), closed, closed.AddDays(1), DateOnly.FromDateTime(closed.UtcDateTime).AddDays(60));
    }

    private async Task<Guid> OrderAsync()
    {
        var ordered = await Use<IssueCodesHandler>().HandleAsync(new("radslag", "torget"), CancellationToken);
        Db.ChangeTracker.Clear();
        return ordered.Value!.TaskId;
    }

    /// <summary>What a printer that listens is given.</summary>
    private async Task<List<Letter>> PrintAsync(Guid task, Action<LetterText>? text = null)
    {
        var letters = new List<Letter>();
        var run = new Mock<ILetterRun>();
        run.Setup(r => r.Add(It.IsAny<Letter>())).Callback<Letter>(letters.Add);
        var printer = new Mock<ILetterPrinter>();
        printer.Setup(p => p.Begin(It.IsAny<LetterText>(), It.IsAny<Stream>())).Callback<LetterText, Stream>((t, _) => text?.Invoke(t)).Returns(run.Object);
        Assert.True((await Handler(printer.Object).HandleAsync(new(task), CancellationToken)).IsSuccess);
        return letters;
    }

    private PrintLettersHandler Handler(ILetterPrinter printer) => new(
        Db, new DialogueAddresses(Db), Services.GetRequiredService<LetterWriting>(), printer,
        Services.GetRequiredService<Application.Common.ITaskProgress>(), TimeProvider.System);

    private static int Pages(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        return text.Split("/Type /Page\n").Length - 1;
    }

    /// <summary>Keeps the letters instead of printing them.</summary>
    private sealed class CollectingPrinter : ILetterPrinter, ILetterRun
    {
        public bool CanPrint => true;

        public List<Letter> Letters { get; } = [];

        /// <summary>What somebody else does while the letters are printed.</summary>
        public Func<Task>? Meanwhile { get; init; }

        public ILetterRun Begin(LetterText text, Stream to) => this;

        public void Add(Letter letter)
        {
            Letters.Add(letter);
            Meanwhile?.Invoke().GetAwaiter().GetResult();
        }

        public void Dispose()
        {
        }
    }
}
