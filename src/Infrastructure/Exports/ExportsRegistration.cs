using Medborgardialog.Application.Exports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Medborgardialog.Infrastructure.Exports;

internal static class ExportsRegistration
{
    public static void AddExports(this IServiceCollection services) => services.TryAddSingleton<ITableFiles, TableFiles>();
}
