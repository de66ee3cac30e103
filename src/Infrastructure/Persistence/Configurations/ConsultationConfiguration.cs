using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medborgardialog.Infrastructure.Persistence.Configurations;

internal sealed class ConsultationConfiguration : IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Consultation> builder)
    {
        builder.ToTable("consultation");
        builder.HasIndex(c => c.Slug).IsUnique();
        builder.Property(c => c.Slug).HasMaxLength(60);
        builder.Property(c => c.Title).HasMaxLength(200);
        builder.Property(c => c.CanInfluence).IsJson();
        builder.Property(c => c.AlreadyDecided).IsJson();
        builder.Property(c => c.AspectNames).IsJson();
        builder.Property(c => c.TickedChecks).IsJson();
        builder.Property(c => c.Version).IsRowVersion();
        builder.OwnsOne(c => c.Schedule, schedule =>
        {
            // Short names: the cast statement reads them by hand.
            schedule.Property(s => s.TalkOpensAt).HasColumnName("talk_opens_at");
            schedule.Property(s => s.AnswersOpenAt).HasColumnName("answers_open_at");
            schedule.Property(s => s.ClosesAt).HasColumnName("closes_at");
            schedule.Property(s => s.ResultsAt).HasColumnName("results_at");
            schedule.Property(s => s.PromisedAt).HasColumnName("promised_at");
        });
        builder.HasMany(c => c.Options).WithOne().HasForeignKey(o => o.ConsultationId);
        builder.HasMany(c => c.Notices).WithOne().HasForeignKey(n => n.ConsultationId);
        builder.HasOne<Committee>().WithMany().HasForeignKey(c => c.CommitteeId);
        builder.Navigation(c => c.Options).HasField("_options");
        builder.Navigation(c => c.Notices).HasField("_notices");
    }
}

internal sealed class OptionConfiguration : IEntityTypeConfiguration<Option>
{
    public void Configure(EntityTypeBuilder<Option> builder)
    {
        builder.ToTable("consultation_option");
        builder.Property(o => o.Aspects).IsJson();
        builder.HasOne<Picture>().WithMany().HasForeignKey(o => o.PictureId);
    }
}

internal sealed class NoticeConfiguration : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder) => builder.ToTable("consultation_notice");
}

internal sealed class PictureConfiguration : IEntityTypeConfiguration<Picture>
{
    public void Configure(EntityTypeBuilder<Picture> builder) => builder.ToTable("picture");
}

internal sealed class QuestionnaireConfiguration : IEntityTypeConfiguration<Questionnaire>
{
    public void Configure(EntityTypeBuilder<Questionnaire> builder)
    {
        builder.ToTable("questionnaire");
        builder.HasKey(q => q.DialogueId);
        builder.Property(q => q.DialogueId).ValueGeneratedNever();
        builder.Property(q => q.Questions).IsJson();
        builder.Property(q => q.Experience).IsJsonValue();
        builder.Ignore(q => q.Headline);
        builder.Ignore(q => q.Route);
    }
}

internal sealed class CommitteeConfiguration : IEntityTypeConfiguration<Committee>
{
    public void Configure(EntityTypeBuilder<Committee> builder)
    {
        builder.ToTable("committee");
        builder.HasIndex(c => c.Slug).IsUnique();
        builder.Property(c => c.Meetings).IsJson();
        builder.Property(c => c.OwnLead).IsJsonValue();
        builder.Ignore(c => c.Lead);
    }
}

internal sealed class PopulationConfiguration : IEntityTypeConfiguration<Population>
{
    public void Configure(EntityTypeBuilder<Population> builder)
    {
        builder.ToTable("population");
        builder.HasIndex(p => new { p.Variable, p.Category }).IsUnique();
    }
}
