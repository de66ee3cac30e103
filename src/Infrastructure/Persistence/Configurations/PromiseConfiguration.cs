using Medborgardialog.Domain.Promises;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medborgardialog.Infrastructure.Persistence.Configurations;

/// <summary>The key that receipts of a dialogue are hashed with, sealed by the key ring. See <see cref="PromiseBox"/>.</summary>
internal sealed class PromiseKeyRow
{
    public Guid DialogueId { get; init; }

    public required byte[] SealedKey { get; init; }
}

/// <summary>
/// Votes on promises: no person, no receipt, no column of time or sequence. The order and the transactions of the rows, which any table has, are made to say
/// nothing by <see cref="PromiseBox"/>: at each telling and every hour.
/// </summary>
internal sealed class PromiseConfiguration
    : IEntityTypeConfiguration<PromiseVote>, IEntityTypeConfiguration<PromiseReason>, IEntityTypeConfiguration<PromiseQuota>, IEntityTypeConfiguration<PromiseKeyRow>
{
    public void Configure(EntityTypeBuilder<PromiseVote> builder)
    {
        builder.ToTable("promise_vote");
        builder.HasKey(v => v.Tag);
        builder.HasIndex(v => v.DialogueId);
        builder.Property(v => v.Why).HasMaxLength(PromiseVote.MaxWhy);
    }

    public void Configure(EntityTypeBuilder<PromiseReason> builder)
    {
        builder.ToTable("promise_reason");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => r.DialogueId);
        builder.Property(r => r.Text).HasMaxLength(PromiseVote.MaxWhy);
    }

    public void Configure(EntityTypeBuilder<PromiseQuota> builder)
    {
        builder.ToTable("promise_quota");
        builder.HasKey(q => q.DialogueId);
        builder.Property(q => q.DialogueId).ValueGeneratedNever();
        builder.Ignore(q => q.Votes);
    }

    public void Configure(EntityTypeBuilder<PromiseKeyRow> builder)
    {
        builder.ToTable("promise_key");
        builder.HasKey(k => k.DialogueId);
        builder.Property(k => k.DialogueId).ValueGeneratedNever();
    }
}
