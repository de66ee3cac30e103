using System.Globalization;
using System.Text;
using Medborgardialog.Application.Classrooms;
using QRCoder;

namespace Medborgardialog.Infrastructure.Rendering;

internal sealed class QrDrawing : IQrDrawing
{
    public QrModules Draw(string link)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(link, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < code.ModuleMatrix.Count; x++)
            {
                if (code.ModuleMatrix[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return new QrModules(code.ModuleMatrix.Count, path.ToString());
    }
}
