using Medborgardialog.Application.Classrooms;
using Medborgardialog.Application.Frames;
using Medborgardialog.Application.Reports;
using Medborgardialog.Infrastructure.Documents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Medborgardialog.Infrastructure.Rendering;

internal static class RenderingRegistration
{
    public static void AddRendering(this IServiceCollection services)
    {
        services.TryAddSingleton<ReportStyles>();
        services.TryAddSingleton<IReportRenderer, ReportRenderer>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IReportFileWriter, ReportDocx>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IReportFileWriter, ReportXlsx>());
        services.TryAddSingleton<ICaseDraftFiles, CaseDraftFiles>();
        services.TryAddSingleton<IPdfPrinter, ChromiumPrinter>();
        services.TryAddSingleton<ILetterPrinter, LetterPrinter>();
        services.TryAddSingleton<IQrDrawing, QrDrawing>();
    }
}
