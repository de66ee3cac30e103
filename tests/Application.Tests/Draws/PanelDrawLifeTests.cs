using System.Text;
using Medborgardialog.Application.Draws;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Draws;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Draw;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Application.Tests.Draws;

/// <summary>From two files to a panel with replacements, and who may know what on the way.</summary>
public sealed class PanelDrawLifeTests : PanelDrawTest
{
    [Fact]
    public async Task Anybody_who_fetches_the_open_files_draws_the_same_panel_with_the_same_replacement()
    {
        var draw = await Data.DrawAsync(PanelDrawState.Drawn);
        var declined = draw.Panel[3];
        var replaced = await Use<ReplaceDrawnHandler>().HandleAsync(new ReplaceDrawnCommand(draw.Slug, declined, "Ringde"), CancellationToken);
        Assert.NotNull(replaced.Value!.Instead);

        BecomeAnybody();
        var folder = Directory.CreateTempSubdirectory("lottning").FullName;
        foreach (var name in new[] { "svarande.csv", "kvoter.csv", "portfolj.txt", "panel.csv" })
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name), await PaperAsync(draw.Slug, name), CancellationToken);
        }

        using var enough = new CancellationTokenSource();
        var said = new StringWriter();
        string In(string name) => Path.Combine(folder, name);
        var code = new DrawCommand(Solving.Solver, said, TimeProvider.System).Run(
            [
                "--respondents", In("svarande.csv"), "--categories", In("kvoter.csv"), "--size", "12", "--id", "id", "--household", "hushall", "--portfolio", In("portfolj.txt"),
                "--seed", draw.Seed, "--declined", declined, "--out", In("ut"),
            ],
            enough);

        Assert.Equal(0, code);
        Assert.Contains(draw.InputFingerprint, said.ToString(), StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllTextAsync(In("panel.csv"), CancellationToken), await File.ReadAllTextAsync(In("ut/panel.csv"), CancellationToken));
        Assert.Equal(await PaperAsync(draw.Slug, "sannolikheter.csv"), (await File.ReadAllTextAsync(In("ut/sannolikheter.csv"), CancellationToken)).TrimStart('\uFEFF'));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Nothing_that_is_published_holds_a_name_an_address_or_a_number_of_the_officers()
    {
        var draw = await Data.DrawAsync(PanelDrawState.Drawn);

        BecomeAnybody();
        var shown = (await Use<GetPublicDrawHandler>().HandleAsync(new GetPublicDrawQuery(draw.Slug), CancellationToken)).Value!;
        var all = new StringBuilder(System.Text.Json.JsonSerializer.Serialize(shown));
        foreach (var name in shown.Files)
        {
            all.Append(await PaperAsync(draw.Slug, name));
        }

        Assert.Equal(7, shown.Files.Count);
        Assert.DoesNotMatch("Påhittad|Exempelgatan|@exempelby|\\bN[0-9]+\\b|98100", all.ToString());
        Assert.Null(await PaperAsync(draw.Slug, GetDrawPaperHandler.Key));
    }

    [Fact]
    public async Task An_input_that_is_not_open_is_for_officers_alone_and_its_values_are_in_no_other_file()
    {
        var draw = await Data.DrawAsync(PanelDrawState.Drawn, open: false);
        var key = await PaperAsync(draw.Slug, GetDrawPaperHandler.Key);
        Assert.Contains(";kvinna;", await PaperAsync(draw.Slug, GetDrawPaperHandler.Respondents), StringComparison.Ordinal);
        Assert.Equal(draw.KeyFingerprint, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(TestData.Utf8(key!))));

        BecomeAnybody();

        Assert.Null(await PaperAsync(draw.Slug, GetDrawPaperHandler.Respondents));
        Assert.Null(await PaperAsync(draw.Slug, GetDrawPaperHandler.Input));
        Assert.DoesNotContain("kvinna", await PaperAsync(draw.Slug, GetDrawPaperHandler.Panel) + await PaperAsync(draw.Slug, GetDrawPaperHandler.Chances), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PanelDrawState.Checked)]
    [InlineData(PanelDrawState.Computed)]
    public async Task What_is_not_published_is_not_there_for_anybody_else(PanelDrawState state)
    {
        var draw = await Data.DrawAsync(state);

        BecomeAnybody();

        Assert.IsType<PanelDrawNotFound>((await Use<GetPublicDrawHandler>().HandleAsync(new GetPublicDrawQuery(draw.Slug), CancellationToken)).Error);
        foreach (var name in GetDrawPaperHandler.All)
        {
            Assert.Null(await PaperAsync(draw.Slug, name));
        }
    }

    [Fact]
    public async Task A_seed_is_typed_by_two_people_no_earlier_than_it_is_drawn()
    {
        var draw = await Data.DrawAsync(PanelDrawState.Published, seedIn: TimeSpan.FromDays(1));
        Assert.IsType<SeedTooEarly>((await TypeAsync(draw.Slug, TestData.DrawSeed)).Error);
        await Db.Database.ExecuteSqlAsync($"UPDATE panel_draw SET seed_from = now() - interval '1 minute'", CancellationToken);
        Db.ChangeTracker.Clear();

        Assert.IsType<SeedWrong>((await TypeAsync(draw.Slug, "1 2 3")).Error);
        Assert.True((await TypeAsync(draw.Slug, "  3 3 1  6 2\t5 4 4 1 2 6 5 ")).IsSuccess);
        Assert.IsType<SeedNeedsSecondPerson>((await ConfirmAsync(draw.Slug, TestData.DrawSeed)).Error);
        BecomeSomebodyElse();
        Assert.IsType<SeedsDiffer>((await ConfirmAsync(draw.Slug, "3 3 1 6 2 5 4 4 1 2 6 4")).Error);
        Assert.Equal(12, (await ConfirmAsync(draw.Slug, TestData.DrawSeed)).Value!.People);
        Assert.IsType<PanelDrawElsewhere>((await ConfirmAsync(draw.Slug, TestData.DrawSeed)).Error);
        Assert.IsType<PanelDrawElsewhere>((await TypeAsync(draw.Slug, "9 9 9 9 9 9 9")).Error);
        Assert.Equal(TestData.DrawSeed, (await ReadAsync(draw.Slug)).Seed);
    }

    [Fact]
    public async Task A_seed_that_was_typed_wrong_is_taken_back_and_stays_in_the_log()
    {
        var draw = await Data.DrawAsync(PanelDrawState.SeedTyped);

        Assert.True((await Use<TakeBackSeedHandler>().HandleAsync(new TakeBackSeedCommand(draw.Slug), CancellationToken)).IsSuccess);

        Assert.Equal((PanelDrawState.Published, ""), ((await ReadAsync(draw.Slug)).State, (await ReadAsync(draw.Slug)).Seed));
        Assert.Equal([TestData.DrawSeed], (await Use<GetPublicDrawHandler>().HandleAsync(new GetPublicDrawQuery(draw.Slug), CancellationToken)).Value!.SeedsTakenBack.Select(b => b.Seed));
        Assert.Equal(TestData.DrawSeed, (await Db.Set<AuditEntry>().SingleAsync(a => a.Action == "draw.seedTakenBack", CancellationToken)).Reason);
    }

    [Theory]
    [InlineData(PanelDrawState.Published)]
    [InlineData(PanelDrawState.SeedTyped)]
    [InlineData(PanelDrawState.Drawn)]
    public async Task What_is_published_can_be_called_back_with_a_reason_that_all_can_read_and_nobody_is_invited_from_it(PanelDrawState state)
    {
        var draw = await Data.DrawAsync(state);

        var silent = await Use<RecallDrawHandler>().HandleAsync(new RecallDrawCommand(draw.Slug, " "), CancellationToken);
        var recalled = await Use<RecallDrawHandler>().HandleAsync(new RecallDrawCommand(draw.Slug, "Filen saknade ett område."), CancellationToken);
        var twice = await Use<RecallDrawHandler>().HandleAsync(new RecallDrawCommand(draw.Slug, "Igen."), CancellationToken);
        var seen = (await Use<GetPublicDrawHandler>().HandleAsync(new GetPublicDrawQuery(draw.Slug), CancellationToken)).Value!;

        Assert.IsType<RecallReasonMissing>(silent.Error);
        Assert.True(recalled.IsSuccess);
        Assert.IsType<PanelDrawElsewhere>(twice.Error);
        Assert.Equal(("Filen saknade ett område.", state == PanelDrawState.Drawn), (seen.Recall!.Value.Reason, seen.Panel is not null));
        Assert.Equal(0, await Db.Set<DrawPerson>().CountAsync(p => p.DrawId == draw.Id && p.Contact != null, CancellationToken));
    }

    [Fact]
    public async Task What_is_published_cannot_be_computed_changed_or_thrown_away()
    {
        var draw = await Data.DrawAsync(PanelDrawState.Published);

        Assert.IsType<PanelDrawElsewhere>((await Use<StartDrawHandler>().HandleAsync(new StartDrawCommand(draw.Slug, null), CancellationToken)).Error);
        Assert.IsType<PanelDrawElsewhere>((await Use<RelaxDrawHandler>().HandleAsync(new RelaxDrawCommand(draw.Slug), CancellationToken)).Error);
        Assert.IsType<PanelDrawElsewhere>((await Use<DropDrawHandler>().HandleAsync(new DropDrawCommand(draw.Slug), CancellationToken)).Error);
        Assert.IsType<PanelDrawElsewhere>((await PublishAsync(draw.Slug, TimeSpan.FromDays(3))).Error);
    }

    [Fact]
    public async Task The_seed_is_drawn_after_the_portfolio_is_published()
    {
        var draw = await Data.DrawAsync(PanelDrawState.Computed);

        Assert.IsType<SeedTimeWrong>((await PublishAsync(draw.Slug, TimeSpan.FromMinutes(-1))).Error);
        Assert.True((await PublishAsync(draw.Slug, TimeSpan.FromMinutes(5))).IsSuccess);
    }

    [Fact]
    public async Task Whoever_declines_is_replaced_within_quotas_and_households_and_nobody_twice()
    {
        var draw = await Data.DrawAsync(PanelDrawState.Drawn);
        Assert.IsType<NotInPanel>((await ReplaceAsync(draw.Slug, "99999", "x")).Error);
        Assert.IsType<DeclineReasonMissing>((await ReplaceAsync(draw.Slug, draw.Panel[0], " ")).Error);

        var first = await ReplaceAsync(draw.Slug, draw.Panel[0], "Ringde 12 januari");
        var second = await ReplaceAsync(draw.Slug, first.Value!.Instead!, "Ringde 13 januari");

        Assert.IsType<NotInPanel>((await ReplaceAsync(draw.Slug, draw.Panel[0], "igen")).Error);
        var now = await ReadAsync(draw.Slug);
        Assert.Equal(now.Sitting.Count, now.Sitting.Distinct().Count());
        Assert.DoesNotContain(first.Value.Instead!, now.Sitting);

        // Everybody's number is drawn anew each time; there is not always one more who fits the quotas.
        var isFull = second.Value!.Instead is not null;
        Assert.Equal(isFull ? 12 : 11, now.Sitting.Count);
        if (isFull)
        {
            Assert.Contains(second.Value.Instead!, now.Sitting);
            Assert.All(now.Findings.Quotas.Zip(now.Reached), q => Assert.InRange(q.Second, q.First.Min, q.First.Max));
        }

        var drawn = (await Use<ListDrawnHandler>().HandleAsync(new ListDrawnQuery(draw.Slug), CancellationToken)).Value!;
        Assert.Equal((isFull ? 14 : 13, 2), (drawn.People.Count, drawn.People.Count(p => p.HasDeclined)));
        Assert.Equal(draw.Panel[0], drawn.People.Single(p => p.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == first.Value.Instead).InsteadOf);
        Assert.All(drawn.People, p => Assert.Equal($"Ärla Påhittad{p.Line - 2}", p.Contact!.Name));
        Assert.All(drawn.People, p => Assert.Equal((p.Line - 2) % 5 < 3 ? "kvinna" : "man", p.Values.Single(v => v.Key == "kön").Value));
    }

    [Fact]
    public async Task Names_go_when_an_officer_says_so_or_after_90_days_and_drafts_after_30()
    {
        var drawn = await Data.DrawAsync(PanelDrawState.Drawn);
        var other = await Data.DrawAsync(PanelDrawState.Drawn, "En till");
        var draft = await Data.DrawAsync(PanelDrawState.Computed, "Ett utkast");
        await Use<ForgetDrawContactsHandler>().HandleAsync(new ForgetDrawContactsCommand(other.Slug), CancellationToken);
        Assert.Equal(0, await ContactsAsync(other.Id));
        Assert.Equal(120, await ContactsAsync(drawn.Id));

        await Db.Database.ExecuteSqlAsync($"UPDATE panel_draw SET drawn_at = drawn_at - interval '91 days', computed_at = computed_at - interval '31 days'", CancellationToken);
        Db.ChangeTracker.Clear();
        await Use<RetireDrawsHandler>().HandleAsync(new RetireDrawsCommand(), CancellationToken);
        await Use<RetireDrawsHandler>().HandleAsync(new RetireDrawsCommand(), CancellationToken);

        Assert.Equal(0, await ContactsAsync(drawn.Id));
        Assert.Equal(0, await Db.Set<DrawPerson>().CountAsync(p => p.DrawId == draft.Id, CancellationToken));
        var people = (await Use<ListDrawnHandler>().HandleAsync(new ListDrawnQuery(drawn.Slug), CancellationToken)).Value!.People;
        Assert.All(people, p => Assert.Null(p.Contact));
        Assert.NotNull(await PaperAsync(drawn.Slug, GetDrawPaperHandler.Key));
    }

    [Theory]
    [InlineData(Role.Moderator)]
    [InlineData(Role.Resident)]
    [InlineData(Role.Administrator)]
    public async Task Only_officers_know_of_a_draw(Role role)
    {
        var draw = await Data.DrawAsync(PanelDrawState.SeedTyped);
        User.Roles.Clear();
        User.Roles.Add(role);

        Assert.IsType<PanelDrawNotFound>((await Use<GetDrawHandler>().HandleAsync(new GetDrawQuery(draw.Slug), CancellationToken)).Error);
        Assert.IsType<PanelDrawNotFound>((await Use<ListDrawsHandler>().HandleAsync(new ListDrawsQuery(), CancellationToken)).Error);
        Assert.IsType<PanelDrawNotFound>((await Use<ListDrawnHandler>().HandleAsync(new ListDrawnQuery(draw.Slug), CancellationToken)).Error);
        Assert.IsType<PanelDrawNotFound>((await ConfirmAsync(draw.Slug, TestData.DrawSeed)).Error);
        Assert.IsType<PanelDrawNotFound>((await CheckAsync(TestData.DrawPeople(30), TestData.DrawQuotas)).Error);
        Assert.IsType<PanelDrawNotFound>((await ReplaceAsync(draw.Slug, "1", "x")).Error);
        Assert.Null(await PaperAsync(draw.Slug, GetDrawPaperHandler.Key));
    }

    private Task<Result<Done>> TypeAsync(string slug, string seed) => Use<TypeSeedHandler>().HandleAsync(new TypeSeedCommand(slug, seed, "Kim Vittnesson"), CancellationToken);

    private Task<Result<PanelDrawn>> ConfirmAsync(string slug, string seed) => Use<ConfirmSeedHandler>().HandleAsync(new ConfirmSeedCommand(slug, seed), CancellationToken);

    private Task<Result<Done>> PublishAsync(string slug, TimeSpan seedIn) =>
        Use<PublishDrawHandler>().HandleAsync(new PublishDrawCommand(slug, "Tärningar", TimeProvider.System.GetUtcNow() + seedIn, false), CancellationToken);

    private Task<Result<DrawnReplaced>> ReplaceAsync(string slug, string number, string reason) =>
        Use<ReplaceDrawnHandler>().HandleAsync(new ReplaceDrawnCommand(slug, number, reason), CancellationToken);

    private Task<int> ContactsAsync(Guid drawId) => Db.Set<DrawPerson>().CountAsync(p => p.DrawId == drawId && p.Contact != null, CancellationToken);
}
