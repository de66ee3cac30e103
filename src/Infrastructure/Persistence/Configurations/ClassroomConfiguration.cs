using Medborgardialog.Domain.Classrooms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medborgardialog.Infrastructure.Persistence.Configurations;

/// <summary>The numbers of all lessons of a survey in one row, see <see cref="LessonGate"/>.</summary>
internal sealed class ClassTallyRow
{
    public Guid SurveyId { get; init; }

    /// <summary>A JSON object of whole numbers by <c>{lesson}.in</c> and <c>{lesson}.sent</c>.</summary>
    public required string Counts { get; init; }
}

internal sealed class ClassroomConfiguration : IEntityTypeConfiguration<ClassLesson>, IEntityTypeConfiguration<ClassTallyRow>
{
    public void Configure(EntityTypeBuilder<ClassLesson> builder)
    {
        builder.ToTable("class_lesson");
        builder.Property(l => l.Name).HasMaxLength(ClassLesson.LongestName);

        // The whole list in one value: rows would have an order and a transaction each.
        builder.Property(l => l.Pupils).IsJson();
        builder.Property(l => l.Code).HasMaxLength(ClassCode.Length);
        builder.HasIndex(l => l.Code).IsUnique();
        builder.HasIndex(l => l.TeacherKeyHash).IsUnique();
        builder.HasIndex(l => l.SurveyId);
        builder.Ignore(l => l.Absent);
        builder.Ignore(l => l.IsErased);
    }

    public void Configure(EntityTypeBuilder<ClassTallyRow> builder)
    {
        builder.ToTable("class_tally");
        builder.HasKey(t => t.SurveyId);
        builder.Property(t => t.SurveyId).ValueGeneratedNever();
        builder.Property(t => t.Counts).HasColumnType("jsonb");
    }
}
