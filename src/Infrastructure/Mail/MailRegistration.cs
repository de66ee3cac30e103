using Medborgardialog.Application.Mail;
using Medborgardialog.Infrastructure.Mail.Development;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Medborgardialog.Infrastructure.Mail;

public static class MailRegistration
{
    internal static void AddMail(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration("Mail");
        services.TryAddSingleton<SmtpConnection>();
    }

    /// <summary>Start-up fails without a mail server: residents could not sign in, and nobody would notice until they tried.</summary>
    public static IServiceCollection RequireMailServer(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>()
            .Validate(o => o.Host.Length > 0 && o.From.Length > 0, "No mail server is configured: set Mail__Host and Mail__From.")
            .ValidateOnStart();
        return services;
    }

    /// <summary>Receives the mail instead of sending it on. The caller makes sure that this is not Production and that no server is configured.</summary>
    public static IServiceCollection AddDevelopmentMail(this IServiceCollection services)
    {
        services.TryAddSingleton<MailSink>();
        services.TryAddSingleton<IMailbox>(s => s.GetRequiredService<MailSink>());
        services.AddHostedService(s => s.GetRequiredService<MailSink>());
        return services;
    }
}
