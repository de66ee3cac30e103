using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medborgardialog.Infrastructure.Persistence.Configurations;

/// <summary>What was let through of a survey: protected figures alone, compiled once.</summary>
internal sealed class PublishedSurveyRow
{
    public Guid SurveyId { get; init; }

    public required string Content { get; init; }
}

internal sealed class SurveyConfiguration :
    IEntityTypeConfiguration<Survey>, IEntityTypeConfiguration<PublishedSurveyRow>, IEntityTypeConfiguration<ServiceUnit>, IEntityTypeConfiguration<UnitComment>,
    IEntityTypeConfiguration<Programme>, IEntityTypeConfiguration<HistoricFigure>, IEntityTypeConfiguration<BankQuestion>,
    IEntityTypeConfiguration<SurveyPicture>
{
    public void Configure(EntityTypeBuilder<Survey> builder)
    {
        builder.ToTable("survey");
        builder.HasIndex(s => s.Slug).IsUnique();
        builder.Property(s => s.Slug).HasMaxLength(60);
        builder.Property(s => s.Title).HasMaxLength(200);
        builder.Property(s => s.Languages).IsJson();
        builder.Property(s => s.Breakdowns).IsJson();
        builder.Property(s => s.PromiseChanges).IsJson().HasDefaultValueSql("'[]'::jsonb");
        builder.Property(s => s.Version).IsRowVersion();
        builder.OwnsOne(s => s.Times, times =>
        {
            // Short names: the cast statement reads them by hand.
            times.Property(t => t.AnswersOpenAt).HasColumnName("answers_open_at");
            times.Property(t => t.ClosesAt).HasColumnName("closes_at");
            times.Property(t => t.ResultsAt).HasColumnName("results_at");
            times.Property(t => t.PromisedAt).HasColumnName("promised_at");
        });
        builder.HasOne<Committee>().WithMany().HasForeignKey(s => s.CommitteeId);
        builder.HasOne<Programme>().WithMany().HasForeignKey(s => s.ProgrammeId);
    }

    public void Configure(EntityTypeBuilder<PublishedSurveyRow> builder)
    {
        builder.ToTable("published_survey");
        builder.HasKey(r => r.SurveyId);
        builder.Property(r => r.Content).HasColumnType("jsonb");
        builder.HasOne<Survey>().WithOne().HasForeignKey<PublishedSurveyRow>(r => r.SurveyId);
    }

    public void Configure(EntityTypeBuilder<ServiceUnit> builder)
    {
        builder.ToTable("service_unit");
        builder.HasIndex(u => u.Slug).IsUnique();
    }

    public void Configure(EntityTypeBuilder<UnitComment> builder)
    {
        builder.ToTable("unit_comment");
        builder.HasIndex(c => new { c.SurveyId, c.UnitId }).IsUnique();
        builder.HasOne<Survey>().WithMany().HasForeignKey(c => c.SurveyId);
        builder.HasOne<ServiceUnit>().WithMany().HasForeignKey(c => c.UnitId);
    }

    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.ToTable("programme");
        builder.HasIndex(p => p.Slug).IsUnique();
    }

    public void Configure(EntityTypeBuilder<HistoricFigure> builder)
    {
        builder.ToTable("historic_figure");
        builder.HasIndex(f => new { f.ProgrammeId, f.Indicator });
        builder.Property(f => f.Design).HasDefaultValue(Domain.Statistics.SampleDesign.Open);
        builder.HasOne<Programme>().WithMany().HasForeignKey(f => f.ProgrammeId);
    }

    public void Configure(EntityTypeBuilder<SurveyPicture> builder)
    {
        builder.ToTable("survey_picture");
        builder.HasIndex(p => p.PictureId);
        builder.HasOne<Survey>().WithMany().HasForeignKey(p => p.SurveyId);
        builder.HasOne<Picture>().WithMany().HasForeignKey(p => p.PictureId);
    }

    public void Configure(EntityTypeBuilder<BankQuestion> builder)
    {
        builder.ToTable("bank_question");
        builder.HasIndex(b => new { b.Key, b.Version }).IsUnique();
        builder.Property(b => b.Key).HasMaxLength(32);
        builder.Property(b => (Question?)b.Question).IsJsonValue().IsRequired();
    }
}
