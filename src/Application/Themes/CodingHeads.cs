using Medborgardialog.Domain.Themes;

namespace Medborgardialog.Application.Themes;

internal static class CodingHeads
{
    public static CodingHead Of(CodingBook book, CodedDialogue? dialogue)
    {
        var (set, tally) = (book.Set, book.Tally());
        var twice = book.Codings.Where(c => c.Round == CodingRound.Second).Select(c => c.InputId).ToHashSet();
        return new CodingHead(
            set.Id, set.Title, dialogue?.Name ?? "", dialogue?.DeskPath ?? "", tally.Inputs, tally.Coded, tally.CoveragePercent, set.IsReleased, set.ReleasedByName,
            set.ReleasedAt, set.IsChanged, set.SecondShare, book.Inputs.Count(i => i.IsDrawn && !twice.Contains(i.Id)), book.Unsettled().Count, book.Disagreeing().Count);
    }
}
