using Microsoft.Extensions.DependencyInjection;

namespace Medborgardialog.Infrastructure.Seeding;

public static class SeedingRegistration
{
    /// <summary>Registers the demo content. The caller makes sure that this is not Production.</summary>
    public static IServiceCollection AddDemoContent(this IServiceCollection services)
    {
        services.AddScoped<ISeeder, ExempelbySeeder>();
        services.AddScoped<ISeedStep, OrganisationStep>();
        services.AddScoped<ISeedStep, StaffStep>();
        services.AddScoped<ISeedStep, TorgetStep>();
        services.AddScoped<ISeedStep, TalkStep>();
        services.AddScoped<ISeedStep, ModerationStep>();
        services.AddScoped<ISeedStep, TorgetAnswersStep>();
        services.AddScoped<ISeedStep, TorgetLoopStep>();
        services.AddScoped<ISeedStep, ArchiveStep>();
        services.AddScoped<ISeedStep, HomeCareStep>();
        services.AddScoped<ISeedStep, ThemesStep>();
        services.AddScoped<ISeedStep, CitizenSurveyStep>();
        services.AddScoped<ISeedStep, PanelStep>();
        services.AddScoped<ISeedStep, LibrarySurveyStep>();
        services.AddScoped<ISeedStep, SurveyReportsStep>();
        services.AddScoped<ISeedStep, WaveAnswersStep>();
        services.AddScoped<ISeedStep, CommitteeYearStep>();
        services.AddScoped<ISeedStep, LedgerStep>();
        services.AddScoped<ISeedStep, DrawStep>();
        services.AddScoped<ISeedStep, ParticipationStep>();
        services.AddScoped<ISeedStep, IdeasStep>();
        services.AddScoped<BallotFilling>();
        services.AddScoped<ClosedLoop>();
        services.AddScoped<PromiseFilling>();
        return services;
    }
}
