using Medborgardialog.Domain.Themes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medborgardialog.Infrastructure.Persistence.Configurations;

internal sealed class ThemesConfiguration :
    IEntityTypeConfiguration<CodingSet>, IEntityTypeConfiguration<CodingInput>, IEntityTypeConfiguration<CodingTheme>,
    IEntityTypeConfiguration<ThemeCoding>, IEntityTypeConfiguration<ThemeQuote>
{
    public void Configure(EntityTypeBuilder<CodingSet> builder)
    {
        // No foreign key to the dialogue: it is a rådslag or a survey.
        builder.ToTable("coding_set");
        builder.Property(s => s.Title).HasMaxLength(CodingSet.MaxTitle);
        builder.Property(s => s.Sources).IsJson();
        builder.Property(s => s.Version).IsRowVersion();
        builder.HasIndex(s => s.DialogueId);
    }

    public void Configure(EntityTypeBuilder<CodingInput> builder)
    {
        builder.ToTable("coding_input");
        builder.Property(i => i.SourceKey).HasMaxLength(36);
        builder.Property(i => i.Language).HasMaxLength(8);
        builder.Property(i => i.Stems).IsJson();
        builder.HasIndex(i => new { i.SetId, i.Number }).IsUnique();

        // A text is copied into a set once, also where two people fetch new ones at the same time.
        builder.HasIndex(i => new { i.SetId, i.SourceId }).IsUnique();
        builder.HasIndex(i => i.SourceId);
        builder.HasOne<CodingSet>().WithMany().HasForeignKey(i => i.SetId);
    }

    public void Configure(EntityTypeBuilder<CodingTheme> builder)
    {
        builder.ToTable("coding_theme");
        builder.Property(t => t.Name).HasMaxLength(CodingTheme.MaxName);
        builder.Property(t => t.Description).HasMaxLength(CodingTheme.MaxDescription);
        builder.Property(t => t.Wants).HasMaxLength(CodingTheme.MaxWants);
        builder.Property(t => t.Goal).HasMaxLength(CodingTheme.MaxGoal);
        builder.HasIndex(t => t.SetId);
        builder.HasOne<CodingSet>().WithMany().HasForeignKey(t => t.SetId);
    }

    public void Configure(EntityTypeBuilder<ThemeCoding> builder)
    {
        builder.ToTable("theme_coding");
        builder.Property(c => c.Marks).IsJson();
        builder.Property(c => c.Note).HasMaxLength(ThemeCoding.MaxNote);
        builder.HasIndex(c => c.SetId);

        // Of two who code the same text at once, the later is told so.
        builder.HasIndex(c => new { c.InputId, c.Round }).IsUnique().HasFilter("NOT is_replaced");
        builder.HasOne<CodingInput>().WithMany().HasForeignKey(c => c.InputId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ThemeQuote> builder)
    {
        // The words of a quote hold marks of cuts, and may be longer than the letters they have kept.
        builder.ToTable("theme_quote");
        builder.HasIndex(q => q.PublicId).IsUnique();
        builder.HasIndex(q => q.SetId);
        builder.HasIndex(q => new { q.ThemeId, q.InputId }).IsUnique();
        builder.HasOne<CodingTheme>().WithMany().HasForeignKey(q => q.ThemeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<CodingInput>().WithMany().HasForeignKey(q => q.InputId).OnDelete(DeleteBehavior.Cascade);
    }
}
