using System.Globalization;
using System.Text;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Draws;
using Medborgardialog.Domain.Draws;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>A draw of new members to the demo's panel, by the application's own handlers: checked, computed, published, drawn from dice, one seat changed.</summary>
internal sealed class DrawStep(AppDbContext db, ISolver solver, ITaskProgress progress) : ISeedStep
{
    private const string Name = "Påfyllning av Medborgarpanelen";
    private const string Dice = "4 1 6 6 2 3 5 1 2 4 6 3";
    private const int People = 180;
    private const int Seats = 24;

    /// <summary>The population's shares of the seats, give or take one.</summary>
    private const string Quotas =
        "feature;value;min;max\nkön;kvinna;11;13\nkön;man;11;13\nålder;16–29;5;7\nålder;30–64;11;13\nålder;65+;5;7\nområde;Centrum;9;11\nområde;Norrstrand;6;8\nområde;Byarna;6;8\n";

    private static readonly string[] _first = ["Ärla", "Östen", "Åke", "Majken", "Ture", "Signe", "Love", "Kim", "Hedda", "Sixten"];
    private static readonly string[] _last = ["Demolind", "Exempelsson", "Mallberg", "Provdal", "Påhittqvist", "Testman"];
    private readonly SilentOutbox _outbox = new();

    public async Task SeedAsync(SeedContext context, CancellationToken cancellationToken)
    {
        var (maria, nils) = (Officer(context, "Maria Demolund"), Officer(context, "Nils Mallqvist"));
        DrawDesk Desk(SeedPerson officer, int daysAgo) => new(db, officer, new SeedClock(context.Now.AddDays(-daysAgo)));

        var settings = new PanelDrawSettings(Name, Seats, ["adress", "postnummer"], "nr", LimitMinutes: 1);
        var check = await new CheckDrawHandler(db, Desk(maria, 20)).HandleAsync(
            new CheckDrawCommand(settings, Encoding.UTF8.GetBytes(Respondents()), Encoding.UTF8.GetBytes(Quotas)), cancellationToken);
        TorgetStep.Must(check);
        var slug = check.Value!.Slug;
        var started = await new StartDrawHandler(db, Desk(maria, 20), _outbox).HandleAsync(new StartDrawCommand(slug, null), cancellationToken);
        TorgetStep.Must(started);
        TorgetStep.Must(await new RunDrawHandler(db, solver, progress, new SeedClock(context.Now.AddDays(-20))).HandleAsync(new RunDrawCommand(started.Value!.TaskId), cancellationToken));
        TorgetStep.Must(await new PublishDrawHandler(Desk(maria, 18)).HandleAsync(
            new PublishDrawCommand(slug, "Tolv tärningskast som läses upp när kommunfullmäktige sammanträder", context.Now.AddDays(-12), InputIsOpen: true), cancellationToken));
        TorgetStep.Must(await new TypeSeedHandler(Desk(maria, 11)).HandleAsync(new TypeSeedCommand(slug, Dice, "Kim Vittnesson, kommunrevisor"), cancellationToken));
        TorgetStep.Must(await new ConfirmSeedHandler(Desk(nils, 11)).HandleAsync(new ConfirmSeedCommand(slug, Dice), cancellationToken));
        var drawn = await db.Set<PanelDraw>().AsNoTracking().SingleAsync(d => d.Slug == slug, cancellationToken);
        TorgetStep.Must(await new ReplaceDrawnHandler(Desk(maria, 6), solver).HandleAsync(
            new ReplaceDrawnCommand(slug, drawn.Panel[0], "Ringde och tackade nej"), cancellationToken));
        db.ChangeTracker.Clear();
    }

    private static SeedPerson Officer(SeedContext context, string name) =>
        new(context.Staff[name], name, StaffStep.People.First(p => p.Name == name).Title, Guid.Empty, Role.Officer);

    /// <summary>Invented people who have said yes: more women than men, and fewer of the young. Every ninth lives with the one before.</summary>
    private static string Respondents()
    {
        var text = new StringBuilder("nr;namn;adress;postnummer;ort;e-post;kön;ålder;område\n");
        for (var i = 0; i < People; i++)
        {
            var age = (i % 6) switch { 0 => "16–29", < 4 => "30–64", _ => "65+" };
            var area = (i / 6 % 5) switch { 0 or 1 => "Centrum", 2 or 3 => "Norrstrand", _ => "Byarna" };
            text.Append(
                CultureInfo.InvariantCulture,
                $"S{i + 1};{_first[i % _first.Length]} {_last[i / 10 % _last.Length]};Exempelgatan {(i % 9 == 8 ? i : i + 1)};98100;Exempelby;svar{i + 1}@exempelby.example;{(i % 5 < 3 ? "kvinna" : "man")};{age};{area}\n");
        }

        return text.ToString();
    }
}
