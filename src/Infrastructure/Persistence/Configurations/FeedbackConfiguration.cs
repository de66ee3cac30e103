using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medborgardialog.Infrastructure.Persistence.Configurations;

internal sealed class FeedbackConfiguration : IEntityTypeConfiguration<DecisionFeedback>, IEntityTypeConfiguration<Following>
{
    public void Configure(EntityTypeBuilder<DecisionFeedback> builder)
    {
        builder.ToTable("decision_feedback");
        builder.HasIndex(f => f.DialogueId).IsUnique();
        builder.HasIndex(f => new { f.CommitteeId, f.State });
        builder.Property(f => f.Points).IsJson();
        builder.Property(f => f.FollowUps).IsJson();
        builder.Property(f => f.History).IsJson();
        builder.Property(f => f.Version).IsRowVersion();
        builder.HasOne<Committee>().WithMany().HasForeignKey(f => f.CommitteeId);
    }

    public void Configure(EntityTypeBuilder<Following> builder)
    {
        builder.ToTable("consultation_following");
        builder.HasKey(f => new { f.ConsultationId, f.ResidentId });

        // Of two who tell the same person at the same time only one gets through, and the other's mail with it is undone.
        builder.Property(f => f.ToldAt).IsConcurrencyToken();
        builder.HasOne<Consultation>().WithMany().HasForeignKey(f => f.ConsultationId);
        builder.HasOne<Resident>().WithMany().HasForeignKey(f => f.ResidentId);
    }
}
