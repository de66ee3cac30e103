using Medborgardialog.Application.Sends;
using Medborgardialog.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Medborgardialog.Infrastructure.Sends;

internal static class SendsRegistration
{
    public static IServiceCollection AddSends(this IServiceCollection services)
    {
        services.AddOptions<SendOptions>().BindConfiguration("Sends").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SmsOptions>().BindConfiguration("Sms");
        services.TryAddSingleton<ISendLedger, SendLedger>();
        services.TryAddSingleton<ISmsGateway, FileSmsGateway>();
        services.TryAddSingleton<IMessageDelivery, MessageDelivery>();
        return services;
    }
}
