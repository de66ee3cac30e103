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
    private const int Year = -1;

    /// <summary>The dialogue itself and its parts.</summary>
    public static Guid[] SourcesOf(Guid dialogueId) => [dialogueId, .. new[] { "talk", "series", "panel", "themes" }.Select(part => DerivedId.Of(dialogueId, part))];

    public static IQueryable<EvidenceRow> Of(IAppDbContext db, AskedDialogue dialogue)
    {
        var own = SourcesOf(dialogue.Id);
        var to = DateOnly.FromDateTime(dialogue.ClosesAt.UtcDateTime);
        var from = to.AddYears(Year);
        return db.Set<EvidenceRow>().Where(r => own.Contains(r.SourceId)
            || (dialogue.Service != "" && r.Service == dialogue.Service && r.From <= to && r.To >= from
                && (r.SourceKind == EvidenceSourceKind.Complaints || r.SourceKind == EvidenceSourceKind.Switching)));
    }
}
