using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Themes;

/// <param name="Path">Public address, below the language.</param>
/// <param name="DeskPath">Where officers run it.</param>
/// <param name="Survey">Null for a rådslag.</param>
public sealed record CodedDialogue(Guid Id, string Title, string Name, string Path, string DeskPath, DateTimeOffset? ResultsAt, Survey? Survey);

/// <summary>The dialogues that texts are coded of: rådslag and surveys.</summary>
public sealed class CodedDialogues(IAppDbContext db)
{
    internal async Task<CodedDialogue?> FindAsync(Guid dialogueId, CancellationToken cancellationToken) =>
        Of(await db.Set<Survey>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == dialogueId, cancellationToken))
        ?? Of(await db.Set<Consultation>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == dialogueId, cancellationToken));

    /// <summary>Those that have been open, latest change first.</summary>
    internal async Task<IReadOnlyList<CodedDialogue>> ListAsync(CancellationToken cancellationToken)
    {
        var surveys = await db.Set<Survey>().AsNoTracking().OrderByDescending(s => s.EditedAt).Take(100).ToListAsync(cancellationToken);
        var consultations = await db.Set<Consultation>().AsNoTracking().OrderByDescending(c => c.EditedAt).Take(100).ToListAsync(cancellationToken);
        return [.. consultations.Where(c => c.IsFrozen).Select(Of).Concat(surveys.Where(s => s.IsFrozen).Select(Of)).OfType<CodedDialogue>()];
    }

    private static CodedDialogue? Of(Survey? survey) => survey is null ? null : new CodedDialogue(
        survey.Id, survey.Title, survey.NameInText, $"/enkater/{survey.Slug}", $"/arbetsyta/enkater/{survey.Slug}", survey.Times?.ResultsAt, survey);

    private static CodedDialogue? Of(Consultation? consultation) => consultation is null ? null : new CodedDialogue(
        consultation.Id, consultation.Title, consultation.NameInText, $"/radslag/{consultation.Slug}", $"/arbetsyta/radslag/{consultation.Slug}",
        consultation.Schedule?.ResultsAt, null);
}
