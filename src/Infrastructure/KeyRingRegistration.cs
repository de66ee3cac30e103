using Medborgardialog.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Medborgardialog.Infrastructure;

public static class KeyRingRegistration
{
    /// <summary>Cookies and form keys are sealed with keys in the database, so that every node can open them and a restart signs nobody out.</summary>
    public static IServiceCollection AddKeyRing(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Medborgardialog").PersistKeysToDbContext<AppDbContext>();
        return services;
    }
}
