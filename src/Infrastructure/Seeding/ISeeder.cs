namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>
/// Fills an installation with the invented municipality Exempelby. Never registered in Production.
/// </summary>
public interface ISeeder
{
    /// <summary>Names for <c>seed --scenario NAME</c>; the first is the one an empty database gets at start.</summary>
    IReadOnlyList<string> Scenarios { get; }

    /// <summary>The people one can sign in as, in the order they are worth trying.</summary>
    IReadOnlyList<DemoPerson> People { get; }

    /// <summary>True while nothing has been seeded or written.</summary>
    Task<bool> IsEmptyAsync(CancellationToken cancellationToken);

    /// <summary>Removes what is there and brings about the scenario.</summary>
    Task SeedAsync(string scenario, CancellationToken cancellationToken);
}

/// <summary>Somebody invented.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Task">What they do, in a few words.</param>
/// <param name="SignIn">Path of the page to start at and what to give there, for example <c>/logga-in med anna@exempelby.test</c>.</param>
public sealed record DemoPerson(string Name, string Task, string SignIn);
