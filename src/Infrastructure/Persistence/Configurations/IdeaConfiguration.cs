using Medborgardialog.Domain.Ideas;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;

namespace Medborgardialog.Infrastructure.Persistence.Configurations;

internal sealed class IdeaConfiguration : IEntityTypeConfiguration<Idea>, IEntityTypeConfiguration<IdeaEntry>, IEntityTypeConfiguration<IdeaSupport>
{
    public void Configure(EntityTypeBuilder<Idea> builder)
    {
        builder.ToTable("idea");
        builder.Property(i => i.Number).ValueGeneratedOnAdd();
        builder.HasIndex(i => i.Number).IsUnique();
        builder.HasIndex(i => new { i.State, i.DueOn });

        // The same form sent twice gives one idea, whatever else fails.
        builder.HasIndex(i => new { i.AuthorId, i.FormKey }).IsUnique();
        builder.Property(i => i.Title).HasMaxLength(Idea.LongestTitle);
        builder.Property(i => i.Text).HasMaxLength(Idea.LongestText);
        builder.Property(i => i.Place).HasMaxLength(Idea.LongestPlace);
        builder.Property(i => i.Version).IsRowVersion();

        // Swedish stems, kept by the database, for "is it there already?".
        builder.Property<NpgsqlTsVector>("Words").IsRequired()
            .HasComputedColumnSql("setweight(to_tsvector('swedish', title), 'A') || setweight(to_tsvector('swedish', text), 'D')", stored: true);
        builder.HasIndex("Words").HasMethod("GIN");

        // An account that goes takes its name with it; the idea stays.
        builder.HasOne<Resident>().WithMany().HasForeignKey(i => i.AuthorId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Committee>().WithMany().HasForeignKey(i => i.CommitteeId);
    }

    public void Configure(EntityTypeBuilder<IdeaEntry> builder)
    {
        builder.ToTable("idea_entry");
        builder.HasIndex(e => new { e.IdeaId, e.Number }).IsUnique();
        builder.Property(e => e.Words).HasMaxLength(IdeaEntry.LongestWords);
        foreach (var part in new[] { nameof(IdeaEntry.For), nameof(IdeaEntry.Against), nameof(IdeaEntry.Outside), nameof(IdeaEntry.Use), nameof(IdeaEntry.Cost), nameof(IdeaEntry.Responsible) })
        {
            builder.Property(part).HasMaxLength(IdeaEntry.LongestPart);
        }

        // The history is only added to: what has one cannot be removed.
        builder.HasOne<Idea>().WithMany().HasForeignKey(e => e.IdeaId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<IdeaSupport> builder)
    {
        builder.ToTable("idea_support");
        builder.HasKey(s => new { s.IdeaId, s.ResidentId });
        builder.HasIndex(s => s.ResidentId);
        builder.HasOne<Idea>().WithMany().HasForeignKey(s => s.IdeaId);
        builder.HasOne<Resident>().WithMany().HasForeignKey(s => s.ResidentId);
    }
}
