using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medborgardialog.Infrastructure.Persistence.Configurations;

/// <summary>
/// Rådslag and surveys side by side, counted or not, but not their drafts. The numbers are those of <c>ConsultationState</c>: a survey that is counted (4) is
/// with its committee (5) when a report is delivered, answered (6) when the answer is public, followed up (7) when it has been said how far it has come.
/// </summary>
internal sealed class AskedDialogueConfiguration : IEntityTypeConfiguration<AskedDialogue>
{
    public void Configure(EntityTypeBuilder<AskedDialogue> builder)
    {
        builder.HasNoKey();
        builder.Ignore(d => d.NameInText);
        builder.Ignore(d => d.Address);
        builder.Ignore(d => d.HasReachedCommittee);
        builder.ToSqlQuery("""
            SELECT c.id, 1 AS kind, c.slug, c.title, c.short_title, '' AS service, c.committee_id, c.answers_open_at AS opens_at, c.closes_at, c.results_at,
                coalesce(c.new_promised_at, c.promised_at) AS promised_at, c.counted_at, c.state, c.eligible_count AS listed
            FROM consultation c WHERE c.answers_open_at IS NOT NULL AND c.state >= 2
            UNION ALL
            SELECT s.id, 2, s.slug, s.title, s.short_title, s.service, s.committee_id, s.answers_open_at, s.closes_at, s.results_at, s.promised_at, s.counted_at,
                CASE WHEN s.state <> 4 THEN s.state
                    WHEN f.state = 3 AND jsonb_array_length(f.follow_ups) > 0 THEN 7
                    WHEN f.state = 3 THEN 6
                    WHEN EXISTS (SELECT 1 FROM report r WHERE r.dialogue_id = s.id AND r.state = 3) THEN 5
                    ELSE 4 END,
                s.invited_count
            FROM survey s LEFT JOIN decision_feedback f ON f.dialogue_id = s.id
            WHERE s.answers_open_at IS NOT NULL AND s.state >= 2
            """);
    }
}
