using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medborgardialog.Infrastructure.Persistence.Configurations;

/// <summary>A counter of tries at codes, see <see cref="CodeGate"/>. Nothing of who has tried.</summary>
internal sealed class CodeTryRow
{
    /// <summary><c>s</c> for a selector, <c>d</c> for a dialogue.</summary>
    public required string Kind { get; init; }

    /// <summary>The selector, or the dialogue's id.</summary>
    public required string Key { get; init; }

    public int Tries { get; init; }

    /// <summary>When the count begins anew.</summary>
    public DateTimeOffset Until { get; init; }
}

internal sealed class FrameConfiguration :
    IEntityTypeConfiguration<Frame>, IEntityTypeConfiguration<FramePerson>, IEntityTypeConfiguration<FrameDraft>, IEntityTypeConfiguration<LetterFile>,
    IEntityTypeConfiguration<EarlierCode>, IEntityTypeConfiguration<CodeTryRow>
{
    public void Configure(EntityTypeBuilder<Frame> builder)
    {
        builder.ToTable("frame");
        builder.HasIndex(f => f.DialogueId).IsUnique();
        builder.Property(f => f.Source).HasMaxLength(FrameSettings.LongestSource);
        builder.Property(f => f.SampleSeed).HasMaxLength(64).HasDefaultValue("");
        builder.Property(f => f.Areas).IsJson();
        builder.Property(f => f.IsYouth).HasDefaultValue(false);
        builder.Property(f => f.Version).IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<FramePerson> builder)
    {
        builder.ToTable("frame_person");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Contact).IsJsonValue();
        builder.Property(p => p.Groups).IsJsonMap();
        // For the version before, which writes none of them.
        builder.Property(p => p.IsDrawn).HasDefaultValue(true);
        builder.Property(p => p.WantsNoMessages).HasDefaultValue(false);
        builder.Property(p => p.Selector).HasMaxLength(LetterCode.SelectorLength);

        // In the installation and not only in the frame: it is all that is known when a code is typed.
        builder.HasIndex(p => p.Selector).IsUnique();
        // In order of id, so that a send finds the next person without reading the others.
        builder.HasIndex(p => new { p.FrameId, p.Id });
        builder.HasOne<Frame>().WithMany().HasForeignKey(p => p.FrameId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<EarlierCode> builder)
    {
        builder.ToTable("earlier_code");
        builder.HasKey(e => e.Selector);
        builder.Property(e => e.Selector).HasMaxLength(LetterCode.SelectorLength);
        builder.HasOne<FramePerson>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<FrameDraft> builder)
    {
        builder.ToTable("frame_draft");
        builder.HasIndex(d => d.DialogueId).IsUnique();

        // Text and not jsonb: read back as it was written.
        builder.Property(d => d.Settings).HasColumnType("text");
        builder.Property(d => d.Summary).HasColumnType("text");
    }

    public void Configure(EntityTypeBuilder<LetterFile> builder)
    {
        builder.ToTable("letter_file");
        builder.HasKey(f => f.DialogueId);
        builder.Property(f => f.DialogueId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<CodeTryRow> builder)
    {
        builder.ToTable("code_try");
        builder.HasKey(t => new { t.Kind, t.Key });
        builder.Property(t => t.Kind).HasMaxLength(1);
        builder.Property(t => t.Key).HasMaxLength(36);
    }
}

internal sealed class LongTaskConfiguration : IEntityTypeConfiguration<LongTask>
{
    public void Configure(EntityTypeBuilder<LongTask> builder)
    {
        builder.ToTable("long_task");
        builder.Property(t => t.Kind).HasMaxLength(40);
        builder.Property(t => t.MessageCode).HasMaxLength(80);
        builder.HasIndex(t => new { t.SubjectId, t.StartedAt });
    }
}
