using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using SkiaSharp;

namespace Medborgardialog.Infrastructure.Pictures;

internal sealed class PictureEncoder : IPictureEncoder
{
    private const int MaxBytes = 10 * 1024 * 1024;
    private const int MaxSide = 1600;

    /// <summary>160 MB decoded. The largest phone cameras give 50 million pixels, most of them 12.</summary>
    private const long MaxPixels = 40_000_000;

    private const int MaxSourceSide = 12_000;

    /// <summary>One at a time: a decoded picture is large, and uploads are rare.</summary>
    private static readonly Lock _gate = new();

    public Result<Picture> Encode(byte[] file)
    {
        if (file.Length > MaxBytes)
        {
            return new PictureTooLarge();
        }

        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat is not (SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png or SKEncodedImageFormat.Webp))
        {
            return new PictureUnreadable();
        }

        // From the header, before a single pixel is decoded.
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width is < 1 or > MaxSourceSide || height is < 1 or > MaxSourceSide || (long)width * height > MaxPixels)
        {
            return new PictureTooManyPixels();
        }

        lock (_gate)
        {
            return Redraw(codec);
        }
    }

    private static Result<Picture> Redraw(SKCodec codec)
    {
        // JPEG can be decoded at a fraction of its size; the other formats come at full size.
        var longest = Math.Max(codec.Info.Width, codec.Info.Height);
        var near = longest > MaxSide ? codec.GetScaledDimensions((float)MaxSide / longest) : codec.Info.Size;
        if (Math.Max(near.Width, near.Height) < Math.Min(longest, MaxSide))
        {
            near = codec.Info.Size;
        }

        var opaque = codec.Info.AlphaType == SKAlphaType.Opaque;
        using var space = SKColorSpace.CreateSrgb();
        var info = new SKImageInfo(near.Width, near.Height, SKColorType.Rgba8888, opaque ? SKAlphaType.Opaque : SKAlphaType.Premul, space);
        using var decoded = new SKBitmap(info);
        if (codec.GetPixels(info, decoded.GetPixels()) != SKCodecResult.Success)
        {
            return new PictureUnreadable();
        }

        var scale = Math.Min(1f, (float)MaxSide / Math.Max(near.Width, near.Height));
        var (width, height) = (Math.Max(1, (int)Math.Round(near.Width * scale)), Math.Max(1, (int)Math.Round(near.Height * scale)));
        var turned = codec.EncodedOrigin >= SKEncodedOrigin.LeftTop;
        var (shownWidth, shownHeight) = turned ? (height, width) : (width, height);
        using var surface = SKSurface.Create(info.WithSize(shownWidth, shownHeight));
        surface.Canvas.Concat(Upright(codec.EncodedOrigin, width, height));
        using var image = SKImage.FromBitmap(decoded);
        surface.Canvas.DrawImage(
            image, SKRect.Create(near.Width, near.Height), SKRect.Create(width, height), new SKSamplingOptions(SKCubicResampler.Mitchell));
        using var drawn = surface.Snapshot();
        using var encoded = drawn.Encode(opaque ? SKEncodedImageFormat.Jpeg : SKEncodedImageFormat.Webp, 84);
        return new Picture(encoded.ToArray(), opaque ? "image/jpeg" : "image/webp", shownWidth, shownHeight);
    }

    /// <summary>The camera's orientation as a matrix, because the tag that said it is dropped.</summary>
    private static SKMatrix Upright(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
