using Medborgardialog.Application.Classrooms;
using Medborgardialog.Application.Frames;
using Medborgardialog.Application.Reports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Medborgardialog.Infrastructure.Rendering;

internal static class RenderingRegistration
{
    public static void AddRendering(this IServiceCollection services)
    {
        services.TryAddSingleton<ReportStyles>();
        services.TryAddSingleton<IReportRenderer, ReportRenderer>();
        services.TryAddSingleton<IPdfPrinter, ChromiumPrinter>();
        services.TryAddSingleton<ILetterPrinter, LetterPrinter>();
        services.TryAddSingleton<IQrDrawing, QrDrawing>();
    }
}
