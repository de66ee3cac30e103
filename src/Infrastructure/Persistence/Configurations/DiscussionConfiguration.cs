using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Moderation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medborgardialog.Infrastructure.Persistence.Configurations;

internal sealed class DiscussionConfiguration :
    IEntityTypeConfiguration<TalkThread>, IEntityTypeConfiguration<Post>, IEntityTypeConfiguration<PostReaction>, IEntityTypeConfiguration<TalkTheme>
{
    public void Configure(EntityTypeBuilder<TalkThread> builder)
    {
        builder.ToTable("talk_thread");
        builder.Property(t => t.Title).HasMaxLength(TalkThread.MaxTitle);
        builder.HasIndex(t => new { t.ConsultationId, t.Number }).IsUnique();
        builder.HasOne<Consultation>().WithMany().HasForeignKey(t => t.ConsultationId);
    }

    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("post");
        builder.Property(p => p.Text).HasMaxLength(Post.MaxText);
        builder.Property(p => p.ThemeIds).IsJson();
        builder.HasIndex(p => new { p.ThreadId, p.Number }).IsUnique();
        builder.HasIndex(p => new { p.ThreadId, p.ChangedSequence });
        builder.HasIndex(p => p.ConsultationId);

        // The same form sent twice gives one post, whatever else fails.
        builder.HasIndex(p => new { p.AuthorId, p.FormKey }).IsUnique();
        builder.HasOne<TalkThread>().WithMany().HasForeignKey(p => p.ThreadId);
    }

    public void Configure(EntityTypeBuilder<PostReaction> builder)
    {
        builder.ToTable("post_reaction");
        builder.HasKey(r => new { r.PostId, r.PersonId, r.Kind });
        builder.HasOne<Post>().WithMany().HasForeignKey(r => r.PostId);
    }

    public void Configure(EntityTypeBuilder<TalkTheme> builder)
    {
        builder.ToTable("talk_theme");
        builder.Property(t => t.Name).HasMaxLength(TalkTheme.MaxName);
        builder.HasIndex(t => t.ConsultationId);
        builder.HasOne<Consultation>().WithMany().HasForeignKey(t => t.ConsultationId);
    }
}

internal sealed class ModerationConfiguration :
    IEntityTypeConfiguration<Complaint>, IEntityTypeConfiguration<ModerationCase>, IEntityTypeConfiguration<ModerationDecision>
{
    public void Configure(EntityTypeBuilder<Complaint> builder)
    {
        builder.ToTable("complaint");
        builder.HasKey(c => new { c.PostId, c.PersonId });
        builder.Property(c => c.Text).HasMaxLength(Complaint.MaxText);
        builder.HasIndex(c => new { c.PersonId, c.At });
        builder.HasOne<Post>().WithMany().HasForeignKey(c => c.PostId);
    }

    public void Configure(EntityTypeBuilder<ModerationCase> builder)
    {
        builder.ToTable("moderation_case");
        builder.Property(c => c.Flags).IsJson();
        builder.Property(c => c.Version).IsRowVersion();
        builder.HasIndex(c => c.PostId).IsUnique().HasFilter("outcome = 0");
        builder.HasIndex(c => new { c.Outcome, c.OpenedAt });
        builder.HasOne<Post>().WithMany().HasForeignKey(c => c.PostId);
    }

    public void Configure(EntityTypeBuilder<ModerationDecision> builder)
    {
        builder.ToTable("moderation_decision");
        builder.HasIndex(d => d.ConsultationId);
        builder.HasOne<Post>().WithMany().HasForeignKey(d => d.PostId);
    }
}
