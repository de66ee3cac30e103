using Medborgardialog.Application.Frames;
using Microsoft.Extensions.Configuration;
using SkiaSharp;

namespace Medborgardialog.Infrastructure.Rendering;

/// <summary>
/// Letters drawn straight into a PDF by Skia, which embeds each font and the QR code once for all of them and writes every page when it is
/// finished. Chromium would take ten times as long for the same pages, and its pieces would have to be put together in memory.
/// </summary>
internal sealed class LetterPrinter(IConfiguration configuration) : ILetterPrinter
{
    private readonly Lazy<LetterFonts?> _fonts = new(() => LetterFonts.Find(configuration["Letters:Fonts"]));

    public bool CanPrint => _fonts.Value is not null;

    public ILetterRun Begin(LetterText text, Stream to) =>
        new LetterRun(text, _fonts.Value ?? throw new InvalidOperationException("There is no font to print letters with; set Letters:Fonts."), to);
}

/// <summary>One PDF. Measures are points (1/72 inch) from the upper left corner of an A4.</summary>
internal sealed class LetterRun : ILetterRun
{
    private const float Width = 595.28f;
    private const float Height = 841.89f;
    private const float Left = 62;
    private const float Right = Width - 62;

    /// <summary>A window on the right side, as Swedish C5 and E65 envelopes have it: 105 mm from the left edge, 50 mm from the top.</summary>
    private const float WindowLeft = 298;
    private const float WindowTop = 142;
    private const float QrSide = 96;
    private const float BoxHeight = 140;

    private static readonly SKColor _ink = new(0x1b, 0x1f, 0x23);
    private static readonly SKColor _tint = new(0xea, 0xf3, 0xf4);
    private static readonly SKColor _line = new(0x0b, 0x5d, 0x6b);

    private readonly LetterText _text;
    private readonly SKDocument _document;
    private readonly SKImage _qr;
    private readonly SKPaint _paint = new() { Color = _ink, IsAntialias = true };
    private readonly LetterFlow _sender;
    private readonly LetterFlow _title;
    private readonly LetterFlow _body;
    private readonly LetterFlow _strong;
    private readonly LetterFlow _small;
    private readonly LetterFlow _easyTitle;
    private readonly LetterFlow _easy;
    private readonly SKFont _code;

    public LetterRun(LetterText text, LetterFonts fonts, Stream to)
    {
        _text = text;
        _document = SKDocument.CreatePdf(to, new SKDocumentPdfMetadata { Title = text.Heading, Author = text.Sender, Creation = null });
        _qr = LetterQr.Draw(text.Link);
        _sender = new LetterFlow(fonts.Bold, 12, 16, _paint);
        _title = new LetterFlow(fonts.Bold, 19, 24, _paint);
        _body = new LetterFlow(fonts.Regular, 11.5f, 16.5f, _paint);
        _strong = new LetterFlow(fonts.Bold, 11.5f, 16.5f, _paint);
        _small = new LetterFlow(fonts.Regular, 9.5f, 13, _paint);
        _easyTitle = new LetterFlow(fonts.Bold, 21, 28, _paint);
        _easy = new LetterFlow(fonts.Regular, 15, 23, _paint);
        _code = new SKFont(fonts.Code, 23) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };
    }

    public void Add(Letter letter)
    {
        using (var page = _document.BeginPage(Width, Height))
        {
            DrawFront(page, letter);
        }

        _document.EndPage();
        using (var page = _document.BeginPage(Width, Height))
        {
            DrawBack(page);
        }

        _document.EndPage();
    }

    public void Dispose()
    {
        _document.Close();
        _document.Dispose();
        _qr.Dispose();
        _code.Dispose();
        _paint.Dispose();
        foreach (var flow in new[] { _sender, _title, _body, _strong, _small, _easyTitle, _easy })
        {
            flow.Dispose();
        }
    }

    private void DrawFront(SKCanvas page, Letter letter)
    {
        _sender.Draw(page, _text.Sender, Left, 56, Right - Left);
        var to = letter.To;
        _body.Draw(page, $"{to.Name}\n{to.Street}\n{to.PostalCode} {to.City}", WindowLeft, WindowTop, Right - WindowLeft, between: 0);
        var at = _title.Draw(page, _text.Heading, Left, 272, Right - Left);
        at = _body.Draw(page, _text.Body, Left, at + 8, Right - Left, between: 8);
        DrawCode(page, letter.Code, Math.Max(at + 18, 470));
        _small.Draw(page, _text.Foot, Left, Height - 56, Right - Left);
    }

    private void DrawCode(SKCanvas page, string code, float top)
    {
        var box = new SKRect(Left, top, Right, top + BoxHeight);
        _paint.Color = _tint;
        page.DrawRect(box, _paint);
        _paint.Color = _line;
        _paint.IsStroke = true;
        page.DrawRect(box, _paint);
        _paint.IsStroke = false;
        _paint.Color = _ink;
        var inner = box.Left + 18;
        var qrLeft = box.Right - 18 - QrSide;
        _strong.Draw(page, _text.CodeLabel, inner, top + 18, qrLeft - inner - 12);
        page.DrawText(code, inner, top + 66, SKTextAlign.Left, _code, _paint);
        _body.Draw(page, _text.Address, inner, top + 88, qrLeft - inner - 12);
        page.DrawImage(_qr, new SKRect(qrLeft, top + 10, qrLeft + QrSide, top + 10 + QrSide), SKSamplingOptions.Default, _paint);
        _small.Draw(page, _text.QrLabel, qrLeft, top + 10 + QrSide + 3, QrSide);
        _body.Draw(page, _text.Help, Left, box.Bottom + 22, Right - Left, between: 8);
    }

    private void DrawBack(SKCanvas page)
    {
        _sender.Draw(page, _text.Sender, Left, 56, Right - Left);
        var at = _easyTitle.Draw(page, _text.EasyHeading, Left, 110, Right - Left);
        _easy.Draw(page, _text.Easy, Left, at + 10, Right - Left, between: 12);
        _small.Draw(page, _text.Foot, Left, Height - 56, Right - Left);
    }
}
