using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Evidence.Measures;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Themes;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Themes;

public sealed record ListCodedThemesQuery(Guid DialogueId);

/// <summary>A released coding as it may be published. Numbers are persons, each once; small ones are withheld.</summary>
/// <param name="Sources">Questions and threads that the texts come from, in words.</param>
/// <param name="ReleasedBy">The named person who answers for it, with title.</param>
/// <param name="IsChanged">A text has been taken away since, and everything below is without it.</param>
/// <param name="Writers">Persons who wrote. Words to a question cannot be tied to each other, so that somebody who answered two questions is two.</param>
/// <param name="Inputs">Texts.</param>
/// <param name="CoveragePercent">Share of the texts with a theme, whole, 0 to 100.</param>
/// <param name="Agreement">Null when no second person has coded.</param>
/// <param name="Heard">Whose voices these are, by unit (hördkvot); empty where that may not be told or is not known.</param>
/// <param name="HeardSkew">How far the units of those who wrote are from those who were asked; null where it is not to be had.</param>
/// <param name="Themes">Most persons first, those withheld last.</param>
public sealed record CodedThemes(
    Guid SetId, string Title, IReadOnlyList<string> Sources, string ReleasedBy, DateTimeOffset ReleasedAt, bool IsChanged, int Writers, int Inputs,
    int CoveragePercent, CodedAgreement? Agreement, IReadOnlyList<HeardUnit> Heard, Skew? HeardSkew, IReadOnlyList<CodedTheme> Themes);

/// <param name="Wants">What people want, in two sentences.</param>
/// <param name="Goal">The municipality's goal that it touches; empty for none.</param>
/// <param name="Persons">Null when fewer than <see cref="CodingTally.FewestShown"/>.</param>
/// <param name="Percent">Of those who wrote, whole; null where <paramref name="Persons"/> is.</param>
/// <param name="For">Persons for what is wanted; null, with <paramref name="Against"/>, where a part would be 1 to 4.</param>
/// <param name="AgainstPercent">Of the theme's persons, whole; null where <paramref name="Persons"/> is.</param>
/// <param name="Kinds">Where it came from; empty where a part would be 1 to 4. One who wrote in two places is in both.</param>
/// <param name="Quotes">At most four, in the order chosen, the opposing one not among them.</param>
/// <param name="Opposing">Words against, where somebody is; required where a tenth or more are and may be quoted.</param>
/// <param name="Lean">Whether the quotes lean more to one side than the persons, see <see cref="BalanceMeter"/>; null where <paramref name="For"/> is.</param>
/// <param name="Kappa">Cohen's κ of the theme; null where it is not to be had.</param>
/// <param name="Alpha">Krippendorff's α of the theme.</param>
public sealed record CodedTheme(
    Guid Id, string Name, string Description, string Wants, string Goal, int? Persons, int? Percent, int? For, int? Against, int? AgainstPercent,
    IReadOnlyList<CodedKind> Kinds, IReadOnlyList<CodedQuote> Quotes, CodedQuote? Opposing, QuoteLean? Lean, double? Kappa, double? Alpha);

/// <param name="Text">Verbatim, cuts marked "…".</param>
/// <param name="Source">For example "Fritext 118, Söder".</param>
/// <param name="Path">Where it can be read: the post in its thread, or the excerpt alone. Local, without the language.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="CheckedBy">Who looked that nobody can be recognised.</param>
public sealed record CodedQuote(string Text, string Source, string Path, string Language, InputKind Kind, Stance Stance, string CheckedBy);

public sealed record CodedKind(InputKind Kind, int Persons);

/// <param name="Texts">That two have coded apart from each other.</param>
/// <param name="Settled">Of <paramref name="Differing"/>, those settled with a note.</param>
/// <param name="MeanKappa">Over the themes that have one.</param>
public sealed record CodedAgreement(int Texts, int Differing, int Settled, double? MeanKappa, double? MeanAlpha, AgreementLevel? Level);

/// <param name="Unit">Name of the unit, or of units told together.</param>
/// <param name="Voices">Persons among those who wrote.</param>
/// <param name="Quotes">Quotes from it.</param>
/// <param name="Asked">Persons asked.</param>
/// <param name="Quota">Its share of the voices over its share of those asked, 1 is as many; null when there are too few.</param>
/// <param name="Interval">Of the quota, see <see cref="HeardQuota"/>; null where it is.</param>
public sealed record HeardUnit(string Unit, int Voices, int Quotes, int Asked, double? Quota, ConfidenceInterval? Interval);

/// <summary>
/// What free texts say, as released by a named person. Called by report jobs, which act for nobody, and never shown before the result is. Themes of codings that are
/// not released are not in it, nor quotes from posts that can no longer be read.
/// </summary>
public sealed class ListCodedThemesHandler(IAppDbContext db, CodedThemesWriting writing) : IUseCase
{
    public async Task<IReadOnlyList<CodedThemes>> HandleAsync(ListCodedThemesQuery query, CancellationToken cancellationToken)
    {
        var sets = await db.Set<CodingSet>().AsNoTracking().Where(s => s.DialogueId == query.DialogueId && s.ReleasedAt != null).OrderBy(s => s.CreatedAt)
            .ToListAsync(cancellationToken);
        var released = new List<CodedThemes>();
        foreach (var set in sets)
        {
            released.Add(await writing.WriteAsync(await CodingDesk.ReadAsync(db, set, cancellationToken), cancellationToken));
        }

        return released;
    }
}
