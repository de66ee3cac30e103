using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medborgardialog.Infrastructure.Persistence.Configurations;

internal sealed class ReportConfiguration : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("report");
        builder.HasIndex(r => new { r.DialogueId, r.Version }).IsUnique();
        builder.HasIndex(r => new { r.Number, r.Version }).IsUnique();

        // Text and not jsonb: the bytes are kept as they were written.
        builder.Property(r => r.Model).HasColumnType("text");
        builder.Property(r => r.RowVersion).IsRowVersion();
        builder.Ignore(r => r.Slug);
    }
}

internal sealed class ReportFileConfiguration : IEntityTypeConfiguration<ReportFile>
{
    public void Configure(EntityTypeBuilder<ReportFile> builder)
    {
        builder.ToTable("report_file");
        builder.HasKey(f => new { f.ReportId, f.Format });
        builder.HasOne<Report>().WithMany().HasForeignKey(f => f.ReportId);
    }
}

internal sealed class ReportBriefConfiguration : IEntityTypeConfiguration<ReportBrief>
{
    public void Configure(EntityTypeBuilder<ReportBrief> builder)
    {
        builder.ToTable("report_brief");
        builder.HasIndex(b => b.DialogueId).IsUnique();
        builder.Property(b => b.Asked).IsJson();
        builder.Property(b => b.Version).IsRowVersion();
    }
}

internal sealed class ReportEvidenceConfiguration : IEntityTypeConfiguration<ReportEvidence>
{
    public void Configure(EntityTypeBuilder<ReportEvidence> builder)
    {
        builder.ToTable("report_evidence");
        builder.HasKey(e => new { e.ReportId, e.RowId });
        builder.HasIndex(e => e.RowId);
        builder.HasOne<Report>().WithMany().HasForeignKey(e => e.ReportId);
        builder.HasOne<Domain.Evidence.EvidenceRow>().WithMany().HasForeignKey(e => e.RowId);
    }
}
