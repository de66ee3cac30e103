using Medborgardialog.Domain.Consultations;
using Medborgardialog.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>The invented municipality, in the scenarios of its rådslag about the square.</summary>
internal sealed class ExempelbySeeder(AppDbContext db, TimeProvider clock, IEnumerable<ISeedStep> steps) : ISeeder
{
    public IReadOnlyList<string> Scenarios { get; } = [.. Scenario.All.Select(s => s.Name)];

    public IReadOnlyList<DemoPerson> People { get; } =
    [
        .. StaffStep.Residents.Select(r => new DemoPerson(r.Name, "invånare", $"/logga-in med {r.Email}")),
        new DemoPerson("Blå Älg 27", "14 år, medlem i ungdomspanelen", $"/logga-in med {PanelStep.YoungMember}"),
        .. StaffStep.People.Select(p => new DemoPerson(p.Name, p.Title, "/logga-in/personal")),
    ];

    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken) =>
        !await db.Set<Consultation>().AnyAsync(cancellationToken);

    public async Task SeedAsync(string scenario, CancellationToken cancellationToken)
    {
        await EmptyAsync(cancellationToken);
        var context = new SeedContext(Scenario.Find(scenario), clock.GetUtcNow());
        foreach (var step in steps)
        {
            await step.SeedAsync(context, cancellationToken);
        }
    }

    /// <summary>Empties every table of ours but the keys that sign people in.</summary>
    private async Task EmptyAsync(CancellationToken cancellationToken)
    {
        var tables = await db.Database.SqlQuery<string>($"""
            SELECT quote_ident(tablename) AS "Value" FROM pg_tables
            WHERE schemaname = 'public' AND tablename NOT IN ('data_protection_keys', '__EFMigrationsHistory')
            """).ToListAsync(cancellationToken);
        if (tables.Count > 0)
        {
            var truncate = $"TRUNCATE {string.Join(", ", tables)} RESTART IDENTITY CASCADE";
            await db.Database.ExecuteSqlRawAsync(truncate, cancellationToken);
        }
    }
}
