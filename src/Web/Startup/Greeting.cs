using Medborgardialog.Infrastructure.Seeding;

namespace Medborgardialog.Web.Startup;

/// <summary>What a developer needs to know first: where to look and how to sign in.</summary>
internal static class Greeting
{
    public static void Print(WebApplication app, TextWriter output)
    {
        // Whoever silences the framework's own greeting wants none: the tests start many hosts.
        if (!app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Microsoft.Hosting.Lifetime").IsEnabled(LogLevel.Information))
        {
            return;
        }

        var address = app.Urls.FirstOrDefault() ?? "";
        output.WriteLine();
        output.WriteLine($"  Medborgardialog runs at {address}   (stop with Ctrl+C)");
        using var scope = app.Services.CreateScope();
        if (scope.ServiceProvider.GetService<ISeeder>() is { } seeder)
        {
            output.WriteLine("  Exempelby and everybody in it are invented. Sign in as");
            var width = seeder.People.Max(p => p.Name.Length);
            foreach (var person in seeder.People)
            {
                output.WriteLine($"    {person.Name.PadRight(width)}  {person.Task}: {address}{person.SignIn}");
            }
        }

        output.WriteLine();
    }
}
