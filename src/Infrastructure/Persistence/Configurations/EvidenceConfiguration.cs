using Medborgardialog.Domain.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medborgardialog.Infrastructure.Persistence.Configurations;

internal sealed class EvidenceConfiguration : IEntityTypeConfiguration<EvidenceRow>
{
    public void Configure(EntityTypeBuilder<EvidenceRow> builder)
    {
        builder.ToTable("evidence");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Measure).HasMaxLength(EvidenceRow.MaxMeasure);
        builder.Property(r => r.Label).HasMaxLength(EvidenceRow.MaxLabel);
        builder.HasIndex(r => new { r.SourceId, r.Key, r.Revision }).IsUnique();
        builder.HasIndex(r => new { r.Service, r.From });
        builder.HasIndex(r => r.CommitteeId);
        builder.Ignore(r => r.Holds);
    }
}

internal sealed class EvidenceDraftConfiguration : IEntityTypeConfiguration<EvidenceDraft>
{
    public void Configure(EntityTypeBuilder<EvidenceDraft> builder)
    {
        builder.ToTable("evidence_draft");
        builder.Property(d => d.Summary).HasColumnType("text");
        builder.HasIndex(d => d.CreatedAt);
    }
}
