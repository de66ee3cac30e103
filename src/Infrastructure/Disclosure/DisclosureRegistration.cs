using Medborgardialog.Application.Disclosure;
using Medborgardialog.Application.Panels;
using Medborgardialog.Application.Participation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Medborgardialog.Infrastructure.Disclosure;

internal static class DisclosureRegistration
{
    public static void AddDisclosure(this IServiceCollection services)
    {
        services.TryAddSingleton<SurveyGate>();
        services.TryAddSingleton<IDisclosureGate, DisclosureGate>();
        services.TryAddSingleton<IParticipationGate, ParticipationGate>();
        services.TryAddSingleton<IWaveParticipation, WaveParticipation>();
    }
}
