using DocumentFormat.OpenXml.Spreadsheet;

namespace Medborgardialog.Infrastructure.Documents;

/// <summary>How a cell of a report's spreadsheet looks; its number is its place among the formats of the file.</summary>
internal enum XlsxLook
{
    Plain = 0,
    Title = 1,
    Head = 2,

    /// <summary>Broken over lines.</summary>
    Text = 3,

    /// <summary>A whole number, in groups of three.</summary>
    Count = 4,

    /// <summary>A share from 0 to 1, shown as whole percent.</summary>
    Share = 5,

    /// <summary>A number with decimals.</summary>
    Decimal = 6,

    /// <summary>What stands for a number that cannot be shown, to the right like one.</summary>
    Sign = 7,
    Link = 8,
    Weak = 9,
    HeadNumber = 10,

    /// <summary>Keys of the numbers of a row, a little apart from them.</summary>
    Keys = 11,
    HeadKeys = 12,
}

/// <summary>The looks of a report's spreadsheet, as one style sheet.</summary>
internal static class XlsxStyles
{
    private const uint Grouped = 3;
    private const uint Percent = 164;
    private const uint Decimals = 165;
    private const string Face = "Arial";
    private const string Ink = "FF1B2126";
    private const string Petrol = "FF00566B";
    private const string Grey = "FF4F565D";
    private const string HeadFill = "FFE8EEF0";

    public static Stylesheet Sheet() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = Percent, FormatCode = "0\\ %" },
            new NumberingFormat { NumberFormatId = Decimals, FormatCode = "#,##0.0##" }) { Count = 2 },
        new Fonts(Font(10, Ink), Font(14, Ink, bold: true), Font(10, Ink, bold: true), Font(10, Petrol, underlined: true), Font(9, Grey)) { Count = 5 },
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = HeadFill }) { PatternType = PatternValues.Solid })) { Count = 3 },
        new Borders(
            Border(bottom: null), Border(BorderStyleValues.Medium)) { Count = 2 },
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
        Formats(),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });

    /// <summary>Whether a text in that look is broken over lines.</summary>
    public static bool IsBroken(XlsxLook look) => look is XlsxLook.Head or XlsxLook.HeadNumber or XlsxLook.Text or XlsxLook.Weak or XlsxLook.Keys or XlsxLook.HeadKeys;

    /// <summary>In the order of <see cref="XlsxLook"/>.</summary>
    private static CellFormats Formats() => new(
        Format(),
        Format(font: 1),
        Format(font: 2, fill: 2, border: 1, wrap: true),
        Format(wrap: true),
        Format(number: Grouped),
        Format(number: Percent),
        Format(number: Decimals),
        Format(right: true),
        Format(font: 3),
        Format(font: 4, wrap: true),
        Format(font: 2, fill: 2, border: 1, wrap: true, right: true),
        Format(font: 4, wrap: true, apart: true),
        Format(font: 2, fill: 2, border: 1, wrap: true, apart: true)) { Count = 13 };

    private static CellFormat Format(uint font = 0, uint fill = 0, uint border = 0, uint number = 0, bool wrap = false, bool right = false, bool apart = false)
    {
        var format = new CellFormat { NumberFormatId = number, FontId = font, FillId = fill, BorderId = border, FormatId = 0, ApplyFont = true, ApplyFill = fill > 0, ApplyBorder = border > 0, ApplyNumberFormat = number > 0 };
        format.ApplyAlignment = true;
        format.Append(new Alignment
        {
            Vertical = VerticalAlignmentValues.Top, WrapText = wrap ? true : null,
            Horizontal = right ? HorizontalAlignmentValues.Right : apart ? HorizontalAlignmentValues.Left : null, Indent = apart ? 1U : null,
        });
        return format;
    }

    private static Font Font(double size, string colour, bool bold = false, bool underlined = false)
    {
        var font = new Font();
        if (bold)
        {
            font.Append(new Bold());
        }

        if (underlined)
        {
            font.Append(new Underline());
        }

        font.Append(new FontSize { Val = size }, new Color { Rgb = colour }, new FontName { Val = Face }, new FontFamilyNumbering { Val = 2 });
        return font;
    }

    private static Border Border(BorderStyleValues? bottom)
    {
        var line = new BottomBorder();
        if (bottom is { } style)
        {
            line.Style = style;
            line.Append(new Color { Rgb = Petrol });
        }

        return new Border(new LeftBorder(), new RightBorder(), new TopBorder(), line, new DiagonalBorder());
    }
}
