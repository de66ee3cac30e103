using Medborgardialog.Infrastructure.Identity;
using Medborgardialog.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medborgardialog.Infrastructure;

/// <summary>What the host does once, before it serves.</summary>
public static class InfrastructureStartup
{
    /// <summary>Creates or migrates the tables. Safe to run by several nodes and any number of times.</summary>
    public static async Task UpdateSchemaAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await Schema.UpdateAsync(scope.ServiceProvider.GetRequiredService<AppDbContext>(), cancellationToken);
    }

    /// <summary>
    /// Lets the first administrator in, see <c>Staff:FirstAdministrator</c> (object id of a work account) and
    /// <c>Staff:FirstAdministratorName</c>. Does nothing where there already is an administrator.
    /// </summary>
    public static async Task AddFirstAdministratorAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var settings = scope.ServiceProvider.GetRequiredService<IConfiguration>().GetSection("Staff");
        if (Guid.TryParse(settings["FirstAdministrator"], out var objectId))
        {
            var name = settings["FirstAdministratorName"] is { Length: > 0 } given ? given : "Systemförvaltaren";
            await FirstAdministrator.AddAsync(
                scope.ServiceProvider.GetRequiredService<AppDbContext>(), objectId, name,
                scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow(), cancellationToken);
        }
    }
}
