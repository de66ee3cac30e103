using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Draws;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medborgardialog.Infrastructure.Persistence.Configurations;

internal sealed class DrawConfiguration : IEntityTypeConfiguration<PanelDraw>, IEntityTypeConfiguration<DrawPerson>, IEntityTypeConfiguration<DrawProgress>
{
    private const int Fingerprint = 64;

    public void Configure(EntityTypeBuilder<PanelDraw> builder)
    {
        builder.ToTable("panel_draw");
        builder.Property(d => d.Slug).HasMaxLength(Consultation.MaxSlug + 5);
        builder.HasIndex(d => d.Slug).IsUnique();
        builder.Property(d => (PanelDrawSettings?)d.Settings).IsJsonValue().IsRequired();
        builder.Property(d => (DrawFindings?)d.Findings).IsJsonValue().IsRequired();
        builder.Property(d => d.Outcome).IsJsonValue();
        builder.Property(d => d.Changes).IsJson();
        builder.Property(d => d.Panel).IsJson();
        builder.Property(d => d.SeatChanges).IsJson();
        builder.Property(d => d.SeedsTakenBack).IsJson();
        builder.Property(d => d.RecallReason).HasMaxLength(PanelDraw.LongestText);
        builder.Property(d => d.Reached).IsJson();
        builder.Property(d => d.InputFingerprint).HasMaxLength(Fingerprint);
        builder.Property(d => d.FileFingerprint).HasMaxLength(Fingerprint);
        builder.Property(d => d.KeyFingerprint).HasMaxLength(Fingerprint);
        builder.Property(d => d.PortfolioFingerprint).HasMaxLength(Fingerprint);
        builder.Property(d => d.KeySalt).HasMaxLength(32);

        // Text and not jsonb: to the letter as it was fingerprinted.
        builder.Property(d => d.Portfolio).HasColumnType("text");
        builder.Property(d => d.SeedSource).HasMaxLength(PanelDraw.LongestText);
        builder.Property(d => d.Witness).HasMaxLength(PanelDraw.LongestText);
        builder.Property(d => d.Seed).HasMaxLength(PanelDraw.LongestSeed);
        builder.Property(d => d.Version).IsRowVersion();
        builder.Ignore(d => d.Sitting);
    }

    public void Configure(EntityTypeBuilder<DrawPerson> builder)
    {
        builder.ToTable("draw_person");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Contact).IsJsonValue();
        builder.HasIndex(p => new { p.DrawId, p.Number }).IsUnique();
        builder.HasOne<PanelDraw>().WithMany().HasForeignKey(p => p.DrawId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<DrawProgress> builder)
    {
        builder.ToTable("draw_progress");
        builder.HasKey(p => p.DrawId);
        builder.Property(p => p.DrawId).ValueGeneratedNever();
        builder.HasOne<PanelDraw>().WithMany().HasForeignKey(p => p.DrawId).OnDelete(DeleteBehavior.Cascade);
    }
}
