using Medborgardialog.Application.Discussions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Medborgardialog.Infrastructure.Discussions;

internal static class DiscussionsRegistration
{
    public static IServiceCollection AddDiscussions(this IServiceCollection services)
    {
        services.AddScoped<IThreadTurn, ThreadTurn>();
        services.AddSingleton<IReactionCounter, ReactionCounter>();
        services.TryAddSingleton<IThreadBroadcast, SilentBroadcast>();
        return services;
    }

    /// <summary>Where nobody can listen: a worker, a test, a command.</summary>
    private sealed class SilentBroadcast : IThreadBroadcast
    {
        public void Changed(Guid threadId)
        {
            // Nobody here.
        }

        public void Reacted(Guid threadId)
        {
            // Nobody here.
        }
    }
}
