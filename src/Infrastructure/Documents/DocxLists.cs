using DocumentFormat.OpenXml.Wordprocessing;

namespace Medborgardialog.Infrastructure.Documents;

/// <summary>The three lists of a document, each bound to its style: findings and measures are numbered, the rest has points.</summary>
internal static class DocxLists
{
    public static Numbering All() => new(
        Numbered(1, DocxStyle.Finding), Numbered(2, DocxStyle.ListNumber), Bulleted(3, DocxStyle.ListBullet),
        Instance(1), Instance(2), Instance(3));

    /// <summary>A list of the second kind that begins anew with 1, beside the first.</summary>
    /// <param name="id">Above 3.</param>
    public static NumberingInstance Again(int id) =>
        new(new AbstractNumId { Val = 2 }, new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 }) { NumberID = id };

    private static NumberingInstance Instance(int id) => new(new AbstractNumId { Val = id }) { NumberID = id };

    private static AbstractNum Numbered(int id, string style) => Abstract(id, style, NumberFormatValues.Decimal, "%1.");

    private static AbstractNum Bulleted(int id, string style) => Abstract(id, style, NumberFormatValues.Bullet, "–");

    private static AbstractNum Abstract(int id, string style, NumberFormatValues format, string text) => new(
        new MultiLevelType { Val = MultiLevelValues.SingleLevel },
        new Level(
            new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new ParagraphStyleIdInLevel { Val = style }, new LevelText { Val = text },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = "425", Hanging = "425" })) { LevelIndex = 0 }) { AbstractNumberId = id };
}
