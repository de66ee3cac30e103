using Medborgardialog.Domain.Draws;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Medborgardialog.Infrastructure.Draws;

public static class DrawsRegistration
{
    /// <summary>The solver of panel draws. It holds nothing, so one serves everybody.</summary>
    public static IServiceCollection AddDraws(this IServiceCollection services)
    {
        services.TryAddSingleton<ISolver, OrToolsSolver>();
        return services;
    }
}
