using Medborgardialog.Application.Consultations;
using Medborgardialog.Application.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Medborgardialog.Infrastructure.Identity;

internal static class IdentityRegistration
{
    public static void AddIdentity(this IServiceCollection services)
    {
        services.TryAddSingleton<IStaffDirectory, StaffDirectory>();
        services.TryAddScoped<IModeratorDirectory, ModeratorDirectory>();
    }
}
