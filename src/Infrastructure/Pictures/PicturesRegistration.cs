using Medborgardialog.Application.Consultations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Medborgardialog.Infrastructure.Pictures;

internal static class PicturesRegistration
{
    public static IServiceCollection AddPictures(this IServiceCollection services)
    {
        services.TryAddSingleton<IPictureEncoder, PictureEncoder>();
        return services;
    }
}
