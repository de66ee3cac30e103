using QRCoder;
using SkiaSharp;

namespace Medborgardialog.Infrastructure.Rendering;

/// <summary>A QR code as a picture, eight pixels to a module so that no reader of PDF blurs it.</summary>
internal static class LetterQr
{
    private const int Pixels = 8;

    /// <param name="link">What it leads to.</param>
    /// <returns>Black on white with the quiet zone of four modules that the standard asks for (ISO/IEC 18004).</returns>
    public static SKImage Draw(string link)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(link, QRCodeGenerator.ECCLevel.M);
        var side = code.ModuleMatrix.Count;
        using var surface = SKSurface.Create(new SKImageInfo(side * Pixels, side * Pixels, SKColorType.Gray8));
        using var paint = new SKPaint { Color = SKColors.Black, IsAntialias = false };
        surface.Canvas.Clear(SKColors.White);
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                if (code.ModuleMatrix[y][x])
                {
                    surface.Canvas.DrawRect(x * Pixels, y * Pixels, Pixels, Pixels, paint);
                }
            }
        }

        return surface.Snapshot();
    }
}
