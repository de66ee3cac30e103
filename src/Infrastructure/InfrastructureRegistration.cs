using Medborgardialog.Application;
using Medborgardialog.Infrastructure.Discussions;
using Medborgardialog.Infrastructure.Disclosure;
using Medborgardialog.Infrastructure.Draws;
using Medborgardialog.Infrastructure.Exports;
using Medborgardialog.Infrastructure.Ideas;
using Medborgardialog.Infrastructure.Identity;
using Medborgardialog.Infrastructure.Mail;
using Medborgardialog.Infrastructure.Persistence;
using Medborgardialog.Infrastructure.Pictures;
using Medborgardialog.Infrastructure.Rendering;
using Medborgardialog.Infrastructure.Sends;
using Medborgardialog.Infrastructure.Themes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Medborgardialog.Infrastructure;

public static class InfrastructureRegistration
{
    public static IServiceCollection AddInfrastructure(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddPersistence();
        services.AddPictures();
        services.AddDiscussions();
        services.AddIdeas();
        services.AddIdentity();
        services.AddMail();
        services.AddSends();
        services.AddDisclosure();
        services.AddExports();
        services.AddDraws();
        services.AddRendering();
        services.AddThemes();
        foreach (var type in typeof(InfrastructureRegistration).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false }))
        {
            services.AddOutboxHandlers(type);
        }

        return services;
    }
}
