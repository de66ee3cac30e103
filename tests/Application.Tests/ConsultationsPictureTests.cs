using System.Buffers.Binary;
using System.Text;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class ConsultationsPictureTests : UseCaseTest
{
    private IPictureEncoder Encoder => Services.GetRequiredService<IPictureEncoder>();

    [Fact]
    public void A_phone_picture_loses_where_it_was_taken_and_keeps_the_right_way_up()
    {
        var file = WithExif(Draw(400, 300, SKEncodedImageFormat.Jpeg), orientation: 6);

        var picture = Encoder.Encode(file).Value!;

        Assert.Contains("GPS", Encoding.Latin1.GetString(file), StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(picture.Bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(picture.Bytes), StringComparison.Ordinal);
        Assert.Equal(("image/jpeg", 300, 400), (picture.ContentType, picture.Width, picture.Height));

        // The red left edge of the drawing is at the top after a quarter turn clockwise.
        using var shown = SKBitmap.Decode(picture.Bytes);
        Assert.True(shown.GetPixel(150, 5) is { Red: > 200, Blue: < 60 });
        Assert.True(shown.GetPixel(150, 395) is { Red: < 60, Blue: > 200 });
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg, "image/jpeg")]
    [InlineData(SKEncodedImageFormat.Png, "image/webp")]
    [InlineData(SKEncodedImageFormat.Webp, "image/webp")]
    public void A_large_picture_becomes_at_most_1600_pixels(SKEncodedImageFormat format, string contentType)
    {
        var picture = Encoder.Encode(Draw(3200, 800, format)).Value!;

        Assert.Equal((contentType, 1600, 400), (picture.ContentType, picture.Width, picture.Height));
    }

    [Fact]
    public void A_small_file_that_unpacks_to_gigabytes_is_refused_before_it_is_decoded()
    {
        // A valid PNG header that promises 30,000 × 30,000 pixels, and almost no data.
        var bomb = Draw(10, 10, SKEncodedImageFormat.Png);
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(16), 30_000);
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(20), 30_000);
        BinaryPrimitives.WriteUInt32BigEndian(bomb.AsSpan(29), Crc(bomb.AsSpan(12, 17)));

        Assert.IsType<PictureTooManyPixels>(Encoder.Encode(bomb).Error);
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("GIF89a")]
    [InlineData("")]
    public void What_is_no_photograph_is_refused_whatever_it_is_called(string file) =>
        Assert.IsType<PictureUnreadable>(Encoder.Encode(Encoding.UTF8.GetBytes(file)).Error);

    [Fact]
    public void Half_a_file_is_refused()
    {
        var whole = Draw(400, 300, SKEncodedImageFormat.Png);

        Assert.IsType<PictureUnreadable>(Encoder.Encode(whole[..(whole.Length / 2)]).Error);
    }

    [Fact]
    public async Task A_picture_of_a_draft_is_shown_to_officers_only()
    {
        User.Roles.Add(Role.Officer);
        await Use<CreateConsultationHandler>().HandleAsync(new("Hur ska torget användas?", "torg"), CancellationToken);
        var draft = await Db.Set<Consultation>().AsNoTracking().SingleAsync(CancellationToken);
        var saved = await Use<AddOptionHandler>().HandleAsync(new("torg", draft.Version), CancellationToken);
        var option = await Db.Set<Option>().AsNoTracking().SingleAsync(CancellationToken);
        await Use<SetOptionPictureHandler>().HandleAsync(
            new("torg", saved.Value!.Version, option.Id, Draw(40, 30, SKEncodedImageFormat.Jpeg)), CancellationToken);
        var id = (await Db.Set<Option>().AsNoTracking().SingleAsync(CancellationToken)).PictureId!.Value;

        var officer = await Use<GetPictureHandler>().HandleAsync(new(id, KnownAlready: false), CancellationToken);
        User.Roles.Clear();
        var visitor = await Use<GetPictureHandler>().HandleAsync(new(id, KnownAlready: true), CancellationToken);

        Assert.False(officer.Value!.IsPublic);
        Assert.NotEmpty(officer.Value.Bytes);
        Assert.IsType<PictureNotFound>(visitor.Error);
    }

    /// <summary>Red at the left, blue at the right, half transparent in the formats that can be.</summary>
    private static byte[] Draw(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, format == SKEncodedImageFormat.Jpeg ? SKAlphaType.Opaque : SKAlphaType.Premul);
        using var canvas = new SKCanvas(bitmap);
        using var red = new SKPaint { Color = SKColors.Red };
        using var blue = new SKPaint { Color = new SKColor(0, 0, 255, format == SKEncodedImageFormat.Jpeg ? (byte)255 : (byte)128) };
        canvas.DrawRect(0, 0, width / 2f, height, red);
        canvas.DrawRect(width / 2f, 0, width / 2f, height, blue);
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    /// <summary>Puts an Exif segment with an orientation and a text that names the place after the start of a JPEG.</summary>
    private static byte[] WithExif(byte[] jpeg, ushort orientation)
    {
        byte[] tiff =
        [
            .. "II"u8, 42, 0, 8, 0, 0, 0, 2, 0,
            0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0,
            0x0E, 0x01, 2, 0, 20, 0, 0, 0, 38, 0, 0, 0,
            0, 0, 0, 0,
            .. "GPS 65.8512 23.1367\0"u8,
        ];
        byte[] body = [.. "Exif\0\0"u8, .. tiff];
        var length = body.Length + 2;
        return [jpeg[0], jpeg[1], 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. body, .. jpeg.AsSpan(2)];
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            }
        }

        return ~crc;
    }
}
