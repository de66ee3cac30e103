using Medborgardialog.Application.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Medborgardialog.Application;

public static class ApplicationRegistration
{
    /// <summary>Registers every use case and every outbox handler of this assembly, scoped.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.TryAddScoped<Ballots.OwnerTags>();
        services.TryAddScoped<Ballots.Participants>();
        services.TryAddScoped<Evidence.ConsultationSignals>();
        services.TryAddScoped<Evidence.SurveySignals>();
        services.TryAddScoped<Evidence.ImportDesk>();
        services.TryAddScoped<Evidence.SourceWithdrawal>();
        services.TryAddScoped<Reports.ReportComposer>();
        services.TryAddScoped<Reports.FeedbackDesk>();
        services.TryAddScoped<Goals.GoalFigures>();
        services.TryAddScoped<Consultations.ConsultationDesk>();
        services.TryAddScoped<Discussions.TalkDesk>();
        services.TryAddScoped<Frames.IDialogueAddresses, Frames.DialogueAddresses>();
        services.TryAddScoped<Frames.FrameDesk>();
        services.TryAddScoped<Frames.CodeDesk>();
        services.TryAddScoped<Frames.LetterWriting>();
        services.TryAddScoped<Draws.DrawDesk>();
        services.TryAddScoped<Frames.FrameMembers>();
        services.TryAddScoped<Surveys.SurveyDesk>();
        services.TryAddScoped<Panels.PanelDesk>();
        services.TryAddScoped<Panels.MemberDesk>();
        services.TryAddScoped<Panels.WaveMembers>();
        services.TryAddScoped<Panels.PanelLetter>();
        services.TryAddScoped<Panels.WaveForm>();
        services.TryAddScoped<Panels.WaveDoor>();
        services.TryAddScoped<Panels.PanelMail>();
        services.TryAddScoped<Panels.SlotDesk>();
        services.AddScoped<Surveys.IBeforeApproval, Panels.WaveBeforeApproval>();
        services.TryAddScoped<Ideas.IdeaDesk>();
        services.TryAddScoped<Ideas.IdeaMail>();
        services.TryAddScoped<Classrooms.ClassroomDesk>();
        services.TryAddScoped<Registration.RegistrationDesk>();
        services.TryAddScoped<Registration.FormCasting>();
        services.TryAddScoped<Sends.SendDesk>();
        services.TryAddScoped<Sends.SendHours>();
        services.TryAddScoped<Sends.SendWriting>();
        services.TryAddScoped<Sends.MessageRun>();
        services.TryAddSingleton<Identity.ISignInWays, Identity.EmailAlone>();
        services.TryAddScoped<Identity.StaffDesk>();
        services.TryAddScoped<Moderation.ModerationDesk>();
        services.TryAddScoped<Themes.CodingDesk>();
        services.TryAddScoped<Themes.CodingSources>();
        services.TryAddScoped<Themes.CodedDialogues>();
        services.TryAddScoped<Themes.CodedThemesWriting>();
        services.TryAddScoped<Traces.DialogueTraces>();
        foreach (var type in typeof(ApplicationRegistration).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false }))
        {
            if (type.IsAssignableTo(typeof(IUseCase)))
            {
                services.TryAddScoped(type);
            }

            services.AddOutboxHandlers(type);
        }

        return services;
    }

    /// <summary>Registers <paramref name="type"/> under each <see cref="IOutboxHandler{TMessage}"/> it implements.</summary>
    public static IServiceCollection AddOutboxHandlers(this IServiceCollection services, Type type)
    {
        var contracts = type.GetInterfaces()
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IOutboxHandler<>));
        foreach (var contract in contracts)
        {
            services.AddScoped(contract, type);
        }

        return services;
    }
}
