using Medborgardialog.Application.Common;
using Medborgardialog.Application.Evidence;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Application.Reports;

/// <summary>
/// Which rows of the ledger a report about a dialogue looks at: what the dialogue says itself, and what was recorded of its service in the year
/// before it closed.
/// </summary>
internal static class ReportScope
{
    /// <summary>The dialogue itself and its parts.</summary>
    public static Guid[] SourcesOf(Guid dialogueId) => [dialogueId, .. new[] { "talk", "series", "panel", "themes" }.Select(part => DerivedId.Of(dialogueId, part))];

    /// <summary>
    /// The year that ends with the last whole month before a dialogue closed, or with its closing month where that is whole: the day before the first, and the
    /// last. A row belongs to it by its last day, so that twelve months, four quarters or one year are added up and never a thirteenth month.
    /// </summary>
    internal static (DateOnly Before, DateOnly Last) YearBefore(DateOnly closed)
    {
        var last = closed.AddDays(1).Day == 1 ? closed : new DateOnly(closed.Year, closed.Month, 1).AddDays(-1);
        return (new DateOnly(last.Year - 1, last.Month, DateTime.DaysInMonth(last.Year - 1, last.Month)), last);
    }

    public static IQueryable<EvidenceRow> Of(IAppDbContext db, AskedDialogue dialogue)
    {
        var own = SourcesOf(dialogue.Id);
        var (from, to) = YearBefore(dialogue.ClosesAt.SwedishDate());
        return db.Set<EvidenceRow>().Where(r => own.Contains(r.SourceId)
            || (dialogue.Service != "" && r.Service == dialogue.Service && r.To > from && r.To <= to
                && (r.SourceKind == EvidenceSourceKind.Complaints || r.SourceKind == EvidenceSourceKind.Switching)));
    }
}
