namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>What the steps of a seeding share.</summary>
/// <param name="Now">The present; every date of the demo is counted from it.</param>
internal sealed record SeedContext(Scenario Scenario, DateTimeOffset Now)
{
    /// <summary>Ids of the demo's staff by full name.</summary>
    public Dictionary<string, Guid> Staff { get; } = new(StringComparer.Ordinal);

    /// <summary>Ids of the committees by short name.</summary>
    public Dictionary<string, Guid> Committees { get; } = new(StringComparer.Ordinal);

    /// <summary>The demo rådslag.</summary>
    public Guid ConsultationId { get; set; }
}

/// <summary>One part of the demo. Steps run in the order of the list in <see cref="ExempelbySeeder"/>.</summary>
internal interface ISeedStep
{
    Task SeedAsync(SeedContext context, CancellationToken cancellationToken);
}
