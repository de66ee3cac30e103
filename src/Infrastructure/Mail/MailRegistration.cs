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

    /// <summary>Receives the mail instead of sending it on. The caller makes sure that this is not Production and that no server is configured.</summary>
    public static IServiceCollection AddDevelopmentMail(this IServiceCollection services)
    {
        services.TryAddSingleton<MailSink>();
        services.TryAddSingleton<IMailbox>(s => s.GetRequiredService<MailSink>());
        services.AddHostedService(s => s.GetRequiredService<MailSink>());
        return services;
    }
}
