using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Themes;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Themes;

public sealed record GetExcerptQuery(Guid PublicId);

/// <param name="Label">For example "Fritext 118, Söder".</param>
/// <param name="Question">What was asked.</param>
/// <param name="DialoguePath">Public address of the dialogue.</param>
public sealed record Excerpt(string Text, string Language, string Label, string Question, string Dialogue, string DialoguePath, string CheckedBy);

/// <summary>
/// The words behind a quote, alone: nothing else of the same person, and nothing that was cut away. For everyone once the coding is released and the result public.
/// Error: <see cref="QuoteNotFound"/>.
/// </summary>
public sealed class GetExcerptHandler(IAppDbContext db, CodedDialogues dialogues, ITexts texts, TimeProvider clock) : IUseCase
{
    public async Task<Result<Excerpt>> HandleAsync(GetExcerptQuery query, CancellationToken cancellationToken)
    {
        var found = await db.Set<ThemeQuote>().AsNoTracking().Where(q => q.PublicId == query.PublicId && q.CheckedAt != null)
            .Join(db.Set<CodingSet>().Where(s => s.ReleasedAt != null), q => q.SetId, s => s.Id, (q, s) => new { Quote = q, Set = s })
            .Join(db.Set<CodingInput>(), r => r.Quote.InputId, i => i.Id, (r, i) => new { r.Quote, r.Set, Input = i })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null || found.Input.IsPost || await dialogues.FindAsync(found.Set.DialogueId, cancellationToken) is not { } dialogue
            || dialogue.ResultsAt is not { } at || clock.GetUtcNow() < at)
        {
            return new QuoteNotFound();
        }

        return new Excerpt(
            found.Quote.Text, found.Input.Language, InputLabel.Of(texts, found.Input),
            found.Set.Sources.FirstOrDefault(s => s.Key == found.Input.SourceKey)?.Label ?? "", dialogue.Title, dialogue.Path, found.Quote.CheckedByName);
    }
}
