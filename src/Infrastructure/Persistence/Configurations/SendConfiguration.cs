using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Sends;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medborgardialog.Infrastructure.Persistence.Configurations;

internal sealed class SendConfiguration : IEntityTypeConfiguration<Send>, IEntityTypeConfiguration<SendRecipient>
{
    private const int LongestDetail = 200;

    public void Configure(EntityTypeBuilder<Send> builder)
    {
        builder.ToTable("send");
        builder.Property<SendTexts?>(nameof(Send.Texts)).IsJsonValue().IsRequired();
        builder.Property(s => s.Version).IsRowVersion();

        // One of each kind that is not stopped, also when two officers plan it at the same time.
        builder.HasIndex(s => new { s.DialogueId, s.Kind }).IsUnique().HasFilter("state <> 3");
        builder.HasIndex(s => s.NextAt).HasFilter("state < 2");
    }

    public void Configure(EntityTypeBuilder<SendRecipient> builder)
    {
        builder.ToTable("send_recipient");

        // What makes a second message impossible.
        builder.HasKey(r => new { r.DialogueId, r.PersonId, r.Kind });
        builder.Property(r => r.Detail).HasMaxLength(LongestDetail);
        builder.HasIndex(r => new { r.SendId, r.State });
        builder.HasIndex(r => r.LinkHash).IsUnique();
        builder.HasIndex(r => r.StopHash).IsUnique();
        builder.HasOne<Send>().WithMany().HasForeignKey(r => r.SendId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<FramePerson>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
