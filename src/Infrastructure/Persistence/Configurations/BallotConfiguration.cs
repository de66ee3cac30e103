using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medborgardialog.Infrastructure.Persistence.Configurations;

/// <summary>Who took part, with day precision only. No key in common with <see cref="BallotRow"/> (rule R3).</summary>
internal sealed class ParticipationRow
{
    public Guid DialogueId { get; init; }

    public Guid ParticipantId { get; init; }

    public DateOnly Day { get; init; }
}

/// <summary>An answer: no person, no address, no time, no sequence (rules R3, R4). Written by <see cref="BallotBox"/>, read by the DisclosureGate.</summary>
internal sealed class BallotRow
{
    /// <summary>128 random bits.</summary>
    public Guid Id { get; init; }

    public Guid DialogueId { get; init; }

    /// <summary>See <c>OwnerTag</c>. Erased at closing in modes F and A.</summary>
    public byte[]? OwnerTag { get; init; }

    public required string Body { get; init; }

    /// <summary>The choices of the first answer, so that opinion shifts can be counted in aggregate (K13).</summary>
    public required string FirstChoices { get; init; }

    public int Changes { get; init; }

    public required string Receipt { get; init; }

    /// <summary>What the participant told about themselves and the exit questions.</summary>
    public string? About { get; init; }

    /// <summary>Uniform random 63-bit integer for consistent rounding (rule R13). Never shown or exported.</summary>
    public long RecordKey { get; init; }

    /// <summary>False until the row has been rewritten in random order (rule R5).</summary>
    public bool Shuffled { get; init; }

    /// <summary>How the participant came in (trust T13), see <c>AnswerDoor</c>; null on answers older than the column.</summary>
    public short? Door { get; init; }
}

/// <summary>Every accepted cast, for replays and receipts. No time, no person.</summary>
internal sealed class CastRow
{
    public Guid DialogueId { get; init; }

    public required byte[] IdempotencyHash { get; init; }

    public required string Receipt { get; init; }
}

/// <summary>A free text parted from the choices it came with (T36). Its id is random, so the order says nothing.</summary>
internal sealed class BallotTextRow
{
    public Guid Id { get; init; }

    public Guid DialogueId { get; init; }

    public required string QuestionKey { get; init; }

    /// <summary>Empty where <see cref="Choice"/> stands for the whole answer.</summary>
    public required string Text { get; init; }

    /// <summary>"Vet inte" or the like, chosen instead of writing; null on texts.</summary>
    public string? Choice { get; init; }

    /// <summary>Keys of the units that it may be told to come from, comma between; null where nothing may be told (<c>TextPlaces</c>).</summary>
    public string? Units { get; init; }

    /// <summary>It came on paper, where that may be told.</summary>
    public bool OnPaper { get; init; }
}

internal sealed class DialogueKeyRow
{
    public Guid DialogueId { get; init; }

    public required byte[] Key { get; init; }
}

internal sealed class AnswerDraftRow
{
    public required byte[] Id { get; init; }

    public Guid DialogueId { get; init; }

    public required byte[] Body { get; init; }

    public DateOnly Day { get; init; }
}

/// <summary>How many left the answer flow half-way: counted when the box is sealed and the drafts are deleted.</summary>
internal sealed class SealedBoxRow
{
    public Guid DialogueId { get; init; }

    public int DraftsLeft { get; init; }

    /// <summary>Registered forms that were never typed by another; they are not counted.</summary>
    public int EntriesLeft { get; init; }
}

/// <summary>What was let through of who takes part in an open dialogue, see <c>ParticipationRelease</c>. The latest alone is kept.</summary>
internal sealed class ParticipationReleaseRow
{
    public Guid DialogueId { get; init; }

    public DateOnly ReleasedOn { get; init; }

    public int Answers { get; init; }

    public required string Content { get; init; }
}

internal sealed class BallotConfiguration :
    IEntityTypeConfiguration<ParticipationRow>, IEntityTypeConfiguration<BallotRow>, IEntityTypeConfiguration<CastRow>,
    IEntityTypeConfiguration<BallotTextRow>, IEntityTypeConfiguration<DialogueKeyRow>,
    IEntityTypeConfiguration<AnswerDraftRow>, IEntityTypeConfiguration<SealedBoxRow>, IEntityTypeConfiguration<ParticipationReleaseRow>
{
    // The id of a rådslag or of a survey; named so while there were rådslag alone.
    private const string DialogueColumn = "consultation_id";

    public void Configure(EntityTypeBuilder<ParticipationRow> builder)
    {
        builder.ToTable("participation");
        builder.Property(r => r.DialogueId).HasColumnName(DialogueColumn);
        builder.HasKey(p => new { p.DialogueId, p.ParticipantId });
    }

    public void Configure(EntityTypeBuilder<BallotRow> builder)
    {
        builder.ToTable("ballot");
        builder.Property(r => r.DialogueId).HasColumnName(DialogueColumn);
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Body).HasColumnType("jsonb");
        builder.Property(b => b.FirstChoices).HasColumnType("jsonb");
        builder.Property(b => b.About).HasColumnType("jsonb");
        builder.HasIndex(b => new { b.DialogueId, b.OwnerTag }).IsUnique();
        builder.HasIndex(b => b.Receipt);
    }

    public void Configure(EntityTypeBuilder<CastRow> builder)
    {
        builder.ToTable("ballot_cast");
        builder.Property(r => r.DialogueId).HasColumnName(DialogueColumn);
        builder.HasKey(c => new { c.DialogueId, c.IdempotencyHash });
        builder.HasIndex(c => c.Receipt);
    }

    public void Configure(EntityTypeBuilder<BallotTextRow> builder)
    {
        builder.ToTable("ballot_text");
        builder.Property(r => r.DialogueId).HasColumnName(DialogueColumn);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasIndex(t => t.DialogueId);

        // The version before seals without knowing of it.
        builder.Property(t => t.OnPaper).HasDefaultValue(false);
    }

    public void Configure(EntityTypeBuilder<DialogueKeyRow> builder)
    {
        builder.ToTable("consultation_key");
        builder.Property(r => r.DialogueId).HasColumnName(DialogueColumn);
        builder.HasKey(k => k.DialogueId);
        builder.Property(k => k.DialogueId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<AnswerDraftRow> builder)
    {
        builder.ToTable("answer_draft");
        builder.Property(r => r.DialogueId).HasColumnName(DialogueColumn);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => d.DialogueId);
    }

    public void Configure(EntityTypeBuilder<SealedBoxRow> builder)
    {
        builder.ToTable("sealed_box");
        builder.Property(r => r.DialogueId).HasColumnName(DialogueColumn);
        builder.HasKey(s => s.DialogueId);
        builder.Property(s => s.DialogueId).ValueGeneratedNever();

        // The version before seals without knowing of it.
        builder.Property(s => s.EntriesLeft).HasDefaultValue(0);
    }

    public void Configure(EntityTypeBuilder<ParticipationReleaseRow> builder)
    {
        builder.ToTable("participation_release");
        builder.HasKey(r => r.DialogueId);
        builder.Property(r => r.DialogueId).ValueGeneratedNever();
        builder.Property(r => r.Content).HasColumnType("jsonb");
    }
}
