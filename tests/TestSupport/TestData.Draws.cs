using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Draws;
using Medborgardialog.Domain.Draws;
using Medborgardialog.Domain.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medborgardialog.TestSupport;

public sealed partial class TestData
{
    public const string DrawSeed = "3 3 1 6 2 5 4 4 1 2 6 5";

    /// <summary>Quotas for a panel of 12, wide enough for everybody to be replaced: the young, who answer least, are a third of it.</summary>
    public const string DrawQuotas =
        "feature;value;min;max\nkön;kvinna;5;7\nkön;man;5;7\nålder;16–29;4;6\nålder;30–64;3;6\nålder;65+;2;5\nområde;Centrum;4;8\nområde;Öster;4;8\n";

    /// <summary>Three women to two men, and one young to five others, of each area as many. Every fifth lives with the one before.</summary>
    public static string DrawPeople(int people) => "nr;namn;adress;postnummer;ort;e-post;kön;ålder;område\n" + string.Join('\n', Enumerable.Range(0, people).Select(i => string.Create(
        CultureInfo.InvariantCulture,
        $"N{i};Ärla Påhittad{i};Exempelgatan {(i % 5 == 4 ? i - 1 : i)};98100;Exempelby;p{i}@exempelby.example;{(i % 5 < 3 ? "kvinna" : "man")};{(i / 10 % 6 == 0 ? "16–29" : i / 10 % 6 < 4 ? "30–64" : "65+")};{(i / 5 % 2 == 0 ? "Centrum" : "Öster")}")));

    public static PanelDrawSettings DrawSettings(string name = "Medborgarpanelen", int size = 12) => new(name, size, ["adress", "postnummer"], "nr", 20);

    /// <summary>A draw that has come to a step, on the way that officers take. Published two days ago, with the seed drawn yesterday.</summary>
    public async Task<PanelDraw> DrawAsync(PanelDrawState state, string name = "Medborgarpanelen", string quotas = DrawQuotas, int people = 120, bool open = true, TimeSpan? seedIn = null)
    {
        var (before, now) = (new MovedClock(TimeSpan.FromDays(-2)), new MovedClock(TimeSpan.Zero));
        var slug = (await new CheckDrawHandler(Db, Desk(before)).HandleAsync(new CheckDrawCommand(DrawSettings(name), Utf8(DrawPeople(people)), Utf8(quotas)), default)).Value!.Slug;
        if (state != PanelDrawState.Checked)
        {
            var started = await new StartDrawHandler(Db, Desk(before), new SilentOutbox()).HandleAsync(new StartDrawCommand(slug, null), default);
            await new RunDrawHandler(Db, services.GetRequiredService<ISolver>(), services.GetRequiredService<ITaskProgress>(), before).HandleAsync(new RunDrawCommand(started.Value!.TaskId), default);
        }

        if (state >= PanelDrawState.Published)
        {
            await new PublishDrawHandler(Desk(before)).HandleAsync(
                new PublishDrawCommand(slug, "Tolv tärningskast som läses upp vid kommunstyrelsens möte", now.GetUtcNow() + (seedIn ?? TimeSpan.FromDays(-1)), open), default);
        }

        if (state >= PanelDrawState.SeedTyped)
        {
            await new TypeSeedHandler(Desk(now)).HandleAsync(new TypeSeedCommand(slug, DrawSeed, "Kim Vittnesson, kommunrevisor"), default);
        }

        if (state >= PanelDrawState.Drawn)
        {
            await new ConfirmSeedHandler(Desk(now)).HandleAsync(new ConfirmSeedCommand(slug, DrawSeed), default);
        }

        if (state == PanelDrawState.Recalled)
        {
            await new RecallDrawHandler(Db, Desk(now)).HandleAsync(new RecallDrawCommand(slug, "Filen saknade ett område. En ny lottning görs i mars."), default);
        }

        Db.ChangeTracker.Clear();
        var draw = await Db.Set<PanelDraw>().AsNoTracking().SingleAsync(d => d.Slug == slug);
        return draw.State == state ? draw : throw new InvalidOperationException($"The draw came to {draw.State}, not {state}.");
    }

    /// <summary>A desk at which a new officer sits.</summary>
    public DrawDesk Desk(TimeProvider? clock = null)
    {
        var officer = new TestUser { Id = Guid.CreateVersion7(), DisplayName = "Åsa Provquist", Title = "handläggare" };
        officer.Roles.Add(Role.Officer);
        return new DrawDesk(Db, officer, clock ?? TimeProvider.System);
    }

    /// <summary>What is computed here is not computed by the application's own job beside it.</summary>
    private sealed class SilentOutbox : IOutbox
    {
        public void Add<TMessage>(TMessage message)
            where TMessage : class, IOutboxMessage
        {
        }
    }

    private sealed class MovedClock(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
