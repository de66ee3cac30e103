using Medborgardialog.Infrastructure.Persistence;
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
}
