using Medborgardialog.Domain.Reports;
using Microsoft.Extensions.Hosting;

namespace Medborgardialog.Infrastructure.Rendering;

/// <summary>The styles that a printed report carries inside itself: those of the site, and page boxes with its own number.</summary>
internal sealed class ReportStyles(IHostEnvironment environment)
{
    public string ForPrint(ReportModel model)
    {
        var folder = Path.Combine(environment.ContentRootPath, "wwwroot", "dist");
        var site = string.Concat(new[] { "app.css", "print.css" }.Select(name => Read(Path.Combine(folder, name))));
        var font = "font: 8.5pt \"Liberation Sans\", Arial, sans-serif; color: #4f565d;";
        return $$"""
            {{site}}
            @page { size: A4; margin: 18mm 17mm 17mm;
              @top-left { content: "{{Text(model.Committee)}}"; {{font}} }
              @top-right { content: "{{Text(model.Number)}} · version {{model.Version}}"; {{font}} }
              @bottom-left { content: "{{Text(model.DialogueTitle)}}"; {{font}} }
              @bottom-right { content: "Sida " counter(page) " av " counter(pages); {{font}} } }
            """;
    }

    private static string Read(string file) => File.Exists(file) ? File.ReadAllText(file) : "";

    /// <summary>Inside a CSS string inside a style element: quotes, backslashes, line ends and angle brackets are taken out.</summary>
    private static string Text(string text) => string.Concat(text.Where(c => c is not ('"' or '\\' or '<' or '>') && !char.IsControl(c)));
}
