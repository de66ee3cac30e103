using Medborgardialog.Infrastructure;
using Medborgardialog.Infrastructure.EmbeddedPostgres;
using Medborgardialog.Infrastructure.Seeding;

namespace Medborgardialog.Web.Startup;

internal static class Preparation
{
    /// <summary>Migrates, seeds and carries out a command given on the command line. Returns an exit code when the process should end.</summary>
    public static async Task<int?> PrepareAsync(this WebApplication app, string[] args)
    {
        var privateServer = app.Services.GetService<PrivatePostgres>();
        var stopping = app.Lifetime.ApplicationStopping;
        try
        {
            await app.Services.UpdateSchemaAsync(stopping);
        }
        catch (PostgresUnavailableException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }

        if (SeedCommand.IsGiven(args))
        {
            return await SeedCommand.RunAsync(app, privateServer, stopping);
        }

        if (app.Configuration.GetValue<bool>("Seeding:OnStart"))
        {
            await SeedEmptyAsync(app, stopping);
        }

        await app.Services.AddFirstAdministratorAsync(stopping);
        if (app.Environment.IsDevelopment())
        {
            FreePort.Choose(app);
            app.Lifetime.ApplicationStarted.Register(() => Greeting.Print(app, Console.Out));
        }
        else if (FreePort.Taken(app.Configuration) is { } port)
        {
            await Console.Error.WriteLineAsync($"Not started: port {port} is taken. Stop what uses it, or choose another in ASPNETCORE_URLS.");
            return 1;
        }

        return null;
    }

    private static async Task SeedEmptyAsync(WebApplication app, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (scope.ServiceProvider.GetService<ISeeder>() is { } seeder && await seeder.IsEmptyAsync(cancellationToken))
        {
            await seeder.SeedAsync(seeder.Scenarios[0], cancellationToken);
        }
    }
}
