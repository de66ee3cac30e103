using Medborgardialog.Domain.Calendar;
using Medborgardialog.Domain.Goals;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Plans;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Infrastructure.Persistence.Configurations;

/// <summary>The year of a committee: what it takes up when, what has been reminded of, its goals and its plans.</summary>
internal sealed class CommitteeYearConfiguration :
    IEntityTypeConfiguration<PlannedMeeting>, IEntityTypeConfiguration<Milestone>, IEntityTypeConfiguration<Goal>, IEntityTypeConfiguration<GoalNote>,
    IEntityTypeConfiguration<PlanItem>
{
    public void Configure(EntityTypeBuilder<PlannedMeeting> builder)
    {
        builder.ToTable("planned_meeting");
        builder.HasKey(p => p.DialogueId);
    }

    public void Configure(EntityTypeBuilder<Milestone> builder)
    {
        builder.ToTable("milestone");

        // Of two runs at the same time only one gets its row in, and the other's mails with it are undone.
        builder.HasKey(m => new { m.DialogueId, m.Kind, m.Day });
    }

    public void Configure(EntityTypeBuilder<Goal> builder)
    {
        builder.ToTable("goal");
        builder.HasIndex(g => g.Key).IsUnique();
        builder.Property(g => g.Key).HasMaxLength(Goal.MaxKey);
        builder.Property(g => g.Text).HasMaxLength(Goal.MaxText);
        builder.Property(g => g.Committees).IsJson();
        builder.Property(g => g.Measures).IsJson();
        builder.Property(g => g.Version).IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<GoalNote> builder)
    {
        builder.ToTable("goal_note");
        builder.HasIndex(n => new { n.CommitteeId, n.GoalId, n.Month });
        builder.Property(n => n.Text).HasMaxLength(GoalNote.MaxText);
        builder.HasOne<Goal>().WithMany().HasForeignKey(n => n.GoalId);
        builder.HasOne<Committee>().WithMany().HasForeignKey(n => n.CommitteeId);
    }

    public void Configure(EntityTypeBuilder<PlanItem> builder)
    {
        builder.ToTable("plan_item");
        builder.HasIndex(p => p.CommitteeId);
        builder.Property(p => p.Steps).IsJson();
        builder.Property(p => p.Version).IsRowVersion();
        builder.HasOne<Committee>().WithMany().HasForeignKey(p => p.CommitteeId);
    }
}
