using Medborgardialog.Infrastructure.EmbeddedPostgres;
using Medborgardialog.Infrastructure.Seeding;

namespace Medborgardialog.Web.Startup;

/// <summary><c>seed --scenario NAME</c>: replaces everything with a named scenario and ends.</summary>
internal static class SeedCommand
{
    public static bool IsGiven(string[] args) => args is ["seed", ..];

    public static async Task<int> RunAsync(
        WebApplication app, PrivatePostgres? privateServer, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (app.Environment.IsProduction() || scope.ServiceProvider.GetService<ISeeder>() is not { } seeder)
        {
            return await FailAsync("Invented people and answers are not for this environment: nothing was changed.");
        }

        if (privateServer is { Slot: > 1 })
        {
            return await FailAsync("Another instance is using the database: stop it, then seed.");
        }

        var scenario = app.Configuration["scenario"] ?? seeder.Scenarios[0];
        if (!seeder.Scenarios.Contains(scenario, StringComparer.Ordinal))
        {
            return await FailAsync($"There is no scenario named {scenario}. Choose one of: {string.Join(", ", seeder.Scenarios)}.");
        }

        await seeder.SeedAsync(scenario, cancellationToken);
        await Console.Out.WriteLineAsync($"Seeded {scenario}. Now run: dotnet run --project src/Web");
        return 0;
    }

    private static async Task<int> FailAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return 1;
    }
}
