using Medborgardialog.Domain.Registration;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medborgardialog.Infrastructure.Persistence.Configurations;

internal sealed class RegistrationConfiguration :
    IEntityTypeConfiguration<RegistrationSetup>, IEntityTypeConfiguration<RegistrationBatch>, IEntityTypeConfiguration<RegisteredEntry>
{
    public void Configure(EntityTypeBuilder<RegistrationSetup> builder)
    {
        builder.ToTable("registration_setup");
        builder.HasIndex(s => s.DialogueId).IsUnique();
        builder.Property(s => s.Version).IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<RegistrationBatch> builder)
    {
        builder.ToTable("registration_batch");
        builder.HasKey(b => new { b.DialogueId, b.Number });
    }

    public void Configure(EntityTypeBuilder<RegisteredEntry> builder)
    {
        builder.ToTable("registered_entry");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Label).HasMaxLength(RegisteredEntry.LongestLabel);

        // One typing waits for each form; a second finds it.
        builder.HasIndex(e => new { e.DialogueId, e.HolderId }).IsUnique();
        builder.HasIndex(e => new { e.DialogueId, e.Batch });
        builder.Property(e => e.Version).IsRowVersion();
    }
}
