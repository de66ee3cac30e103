using System.Text.Json;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

/// <summary>A saved answer. <paramref name="Version"/> belongs in the next form.</summary>
public sealed record FeedbackSaved(uint Version);

/// <summary>Which of the committee's people an action is for.</summary>
internal enum FeedbackPart
{
    Secretary,
    Chair,
}

/// <summary>A dialogue that the committee has been given, its answer so far and the report it answers.</summary>
/// <param name="Consultation">Null for a survey, which keeps no state of its own after the counting.</param>
internal sealed record FeedbackPlace(AskedDialogue Dialogue, Consultation? Consultation, DecisionFeedback Feedback, Guid? ReportId, IReadOnlyList<ReportTheme> Themes)
{
    public IEnumerable<(Guid Id, string Name)> ThemeNames => Themes.Select(t => (t.Id, t.Name));
}

/// <summary>
/// The steps that every change of a committee's answer has in common, in their order: load, may this person, has it been
/// changed meanwhile, does the domain allow it, save. Errors beside those of the domain: <see cref="FeedbackNotFound"/> (also
/// for those outside the committee), <see cref="FeedbackForbidden"/>, <see cref="FeedbackChangedMeanwhile"/>.
/// </summary>
public sealed class FeedbackDesk(IAppDbContext db, ICurrentUser user, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public FeedbackActor Actor => new(user.Id ?? Guid.Empty, user.DisplayName ?? "");

    public static IReadOnlyList<ReportTheme> ThemesOf(Report? report) =>
        report?.Model is { } model ? [.. JsonSerializer.Deserialize<ReportModel>(model)!.ToAnswer] : [];

    /// <param name="version">The version that the form showed, 0 where nothing had been saved.</param>
    /// <param name="action">Key of the audit row, or null for what the answer's own history says.</param>
    internal async Task<Result<FeedbackSaved>> ChangeAsync(
        string slug, uint version, FeedbackPart part, string? action, Func<FeedbackPlace, Result<Done>> change, CancellationToken cancellationToken)
    {
        var row = await db.Set<AskedDialogue>()
            .Where(c => c.Slug == slug && c.CommitteeId != null)
            .Select(c => new
            {
                Dialogue = c,
                Feedback = db.Set<DecisionFeedback>().FirstOrDefault(f => f.DialogueId == c.Id),
                Report = db.Set<Report>().Where(r => r.DialogueId == c.Id && r.State == ReportState.Delivered && r.WithdrawnAt == null)
                    .OrderByDescending(r => r.Version).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null || !row.Dialogue.HasReachedCommittee
            || !ConsultationAccess.MayEnterCommitteeRoom(user, row.Dialogue.CommitteeId!.Value))
        {
            return new FeedbackNotFound();
        }

        var committeeId = row.Dialogue.CommitteeId!.Value;
        if (!(part == FeedbackPart.Secretary ? ConsultationAccess.MayWriteAnswer(user, committeeId) : ConsultationAccess.MayApproveAnswer(user, committeeId)))
        {
            return new FeedbackForbidden();
        }

        var feedback = row.Feedback ?? db.Set<DecisionFeedback>().Add(new DecisionFeedback(row.Dialogue.Id, committeeId)).Entity;
        if (feedback.Version != version)
        {
            return new FeedbackChangedMeanwhile();
        }

        var consultation = row.Dialogue.Kind == DialogueKind.Consultation
            ? await db.Set<Consultation>().SingleAsync(c => c.Id == row.Dialogue.Id, cancellationToken)
            : null;
        var changed = change(new FeedbackPlace(row.Dialogue, consultation, feedback, row.Report?.Id, ThemesOf(row.Report)));
        if (!changed.IsSuccess)
        {
            return changed.Error;
        }

        if (action is not null)
        {
            db.Set<AuditEntry>().Add(new AuditEntry(user.Id, user.DisplayName ?? "", action, row.Dialogue.Id, "", Now));
        }

        return await SaveAsync(feedback, isNew: row.Feedback is null, cancellationToken);
    }

    private async Task<Result<FeedbackSaved>> SaveAsync(DecisionFeedback feedback, bool isNew, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new FeedbackSaved(feedback.Version);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Saved by another between the reading and the writing.
            return new FeedbackChangedMeanwhile();
        }
        catch (DbUpdateException) when (isNew)
        {
            // Two secretaries began at the same time; there is one answer per dialogue.
            return new FeedbackChangedMeanwhile();
        }
    }
}
