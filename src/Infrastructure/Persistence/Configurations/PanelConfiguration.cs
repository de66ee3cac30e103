using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medborgardialog.Infrastructure.Persistence.Configurations;

internal sealed class PanelConfiguration :
    IEntityTypeConfiguration<Panel>, IEntityTypeConfiguration<Membership>, IEntityTypeConfiguration<PanelWave>, IEntityTypeConfiguration<WaveInvitation>,
    IEntityTypeConfiguration<PanelTopic>, IEntityTypeConfiguration<PanelPost>, IEntityTypeConfiguration<SlotBooking>
{
    public void Configure(EntityTypeBuilder<Panel> builder)
    {
        builder.ToTable("panel");
        builder.HasIndex(p => p.Slug).IsUnique();
        builder.Property(p => p.Slug).HasMaxLength(60);
        builder.Property(p => p.Settings).HasColumnType("jsonb").HasConversion(
            settings => System.Text.Json.JsonSerializer.Serialize(settings, JsonColumn.Options),
            json => System.Text.Json.JsonSerializer.Deserialize<PanelSettings>(json, JsonColumn.Options)!);
        builder.Property(p => p.Version).IsRowVersion();
        builder.HasOne<Committee>().WithMany().HasForeignKey(p => p.CommitteeId);
        builder.HasOne<Programme>().WithMany().HasForeignKey(p => p.ProgrammeId);
    }

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("panel_membership");

        // Of those that have ended neither account nor name is left, so they are in nobody's way.
        builder.HasIndex(m => new { m.PanelId, m.ResidentId }).IsUnique();
        builder.HasIndex(m => new { m.PanelId, m.Alias }).IsUnique().HasFilter("alias <> ''");
        builder.HasIndex(m => m.GuardianHash).IsUnique();
        builder.HasIndex(m => m.DrawnPerson).IsUnique();
        builder.Property(m => m.Alias).HasMaxLength(40);
        builder.Property(m => m.Background).IsJson();
        builder.Property(m => m.Version).IsRowVersion();
        builder.HasOne<Panel>().WithMany().HasForeignKey(m => m.PanelId);
    }

    public void Configure(EntityTypeBuilder<PanelWave> builder)
    {
        builder.ToTable("panel_wave");
        builder.HasIndex(w => new { w.PanelId, w.Number }).IsUnique();
        builder.HasIndex(w => w.SurveyId).IsUnique();
        builder.Property(w => w.YouSaid).HasMaxLength(PanelWave.LongestText);
        builder.Property(w => w.WeDid).HasMaxLength(PanelWave.LongestText);
        builder.Property(w => w.DidItHelp).HasMaxLength(PanelWave.LongestText);
        builder.HasOne<Panel>().WithMany().HasForeignKey(w => w.PanelId);
        builder.HasOne<Survey>().WithMany().HasForeignKey(w => w.SurveyId);
    }

    public void Configure(EntityTypeBuilder<WaveInvitation> builder)
    {
        builder.ToTable("panel_invitation");
        builder.HasKey(i => new { i.WaveId, i.MembershipId });
        builder.HasIndex(i => new { i.ResidentId, i.Day }).HasFilter("resident_id IS NOT NULL");
        builder.HasIndex(i => i.MembershipId);
        builder.HasIndex(i => i.RemindOn).HasFilter("remind_on IS NOT NULL");
        builder.HasOne<PanelWave>().WithMany().HasForeignKey(i => i.WaveId);
        builder.HasOne<Membership>().WithMany().HasForeignKey(i => i.MembershipId);
    }

    public void Configure(EntityTypeBuilder<PanelTopic> builder)
    {
        builder.ToTable("panel_topic");
        builder.HasIndex(t => new { t.PanelId, t.Number }).IsUnique();
        builder.Property(t => t.Title).HasMaxLength(PanelTopic.LongestTitle);
        builder.HasOne<Panel>().WithMany().HasForeignKey(t => t.PanelId);
    }

    public void Configure(EntityTypeBuilder<PanelPost> builder)
    {
        builder.ToTable("panel_post");
        builder.HasIndex(p => new { p.TopicId, p.State });
        builder.HasIndex(p => p.FormKey).IsUnique();
        builder.Property(p => p.Text).HasMaxLength(PanelPost.LongestText);
        builder.HasOne<PanelTopic>().WithMany().HasForeignKey(p => p.TopicId);
        builder.HasOne<Membership>().WithMany().HasForeignKey(p => p.MemberId);
    }

    public void Configure(EntityTypeBuilder<SlotBooking> builder)
    {
        builder.ToTable("panel_slot");

        // One committee a week: states 0 asked and 1 accepted hold theirs.
        builder.HasIndex(s => new { s.PanelId, s.Week }).IsUnique().HasFilter("state < 2");
        builder.Property(s => s.Purpose).HasMaxLength(SlotBooking.LongestPurpose);
        builder.Property(s => s.Reason).HasMaxLength(SlotBooking.LongestReason);
        builder.HasOne<Panel>().WithMany().HasForeignKey(s => s.PanelId);
        builder.HasOne<Committee>().WithMany().HasForeignKey(s => s.CommitteeId);
        builder.HasOne<PanelWave>().WithMany().HasForeignKey(s => s.WaveId);
    }
}
