using Medborgardialog.Application.Ideas;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Medborgardialog.Infrastructure.Ideas;

internal static class IdeasRegistration
{
    public static void AddIdeas(this IServiceCollection services) => services.TryAddSingleton<ISimilarIdeas, SimilarIdeas>();
}
