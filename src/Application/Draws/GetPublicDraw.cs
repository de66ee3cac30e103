using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Draws;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Draws;

public sealed record GetPublicDrawQuery(string Slug);

/// <summary>What anybody may know of a published draw. People are numbers; how many there are of each value before the draw is not told.</summary>
/// <param name="Household">True when at most one person of each household is drawn.</param>
/// <param name="Reached">One for each of <paramref name="Quotas"/>; empty before the panel is drawn.</param>
/// <param name="Changes">Quotas that were changed because no panel kept them.</param>
/// <param name="Files">Names of what can be fetched.</param>
/// <param name="IdHeading">Heading of the numbers in the open input.</param>
public sealed record PublicDraw(
    string Slug, string Name, int Size, int Candidates, bool Household, IReadOnlyList<(string Feature, string Value, int Min, int Max)> Quotas, IReadOnlyList<int> Reached,
    IReadOnlyList<QuotaChange> Changes, DrawOutcome Outcome, DrawPrints Prints, DateTimeOffset PublishedAt, PublicSeed Seed, PublicPanel? Panel,
    IReadOnlyList<string> Files, string IdHeading, string HouseholdHeading, bool IsInputOpen)
{
    /// <summary>Typed wrong and taken back before the panel was drawn.</summary>
    public IReadOnlyList<SeedTakenBack> SeedsTakenBack { get; init; } = [];

    /// <summary>When and why it was called back; null for one that holds.</summary>
    public (DateTimeOffset At, string Reason)? Recall { get; init; }
}

/// <summary>The fingerprints that were published before the seed was drawn.</summary>
public sealed record DrawPrints(string Input, string Portfolio, string Key);

/// <param name="IsTyped">One of two officers has typed it; it is told when the other has.</param>
/// <param name="Text">Empty before the panel is drawn; so also <paramref name="Witness"/>.</param>
public sealed record PublicSeed(string Source, DateTimeOffset From, bool IsTyped, string Text, string Witness);

/// <param name="Position">Of the panel in the portfolio, from 1.</param>
public sealed record PublicPanel(DateTimeOffset At, long Ticket, int Position, IReadOnlyList<string> Drawn, IReadOnlyList<string> Sitting, IReadOnlyList<SeatChange> Changes);

/// <summary>A published draw, for anybody. Error: <see cref="PanelDrawNotFound"/>, also before it is published.</summary>
public sealed class GetPublicDrawHandler(IAppDbContext db) : IUseCase
{
    public async Task<Result<PublicDraw>> HandleAsync(GetPublicDrawQuery query, CancellationToken cancellationToken)
    {
        var draw = await db.Set<PanelDraw>().AsNoTracking().SingleOrDefaultAsync(d => d.Slug == query.Slug, cancellationToken);
        return draw is { IsPublic: true } ? Show(draw) : new PanelDrawNotFound();
    }

    private static PublicDraw Show(PanelDraw draw)
    {
        var input = DrawDesk.Unpack(draw);
        var isDrawn = draw.DrawnAt is not null;
        return new PublicDraw(
            draw.Slug, draw.Settings.Name, draw.Settings.Size, draw.Findings.Candidates, draw.Settings.Household.Count > 0,
            [.. draw.Findings.Quotas.Select(q => (q.Feature, q.Value, q.Min, q.Max))], draw.Reached, draw.Changes, draw.Outcome!,
            new DrawPrints(draw.InputFingerprint, draw.PortfolioFingerprint, draw.KeyFingerprint), draw.PublishedAt!.Value,
            new PublicSeed(draw.SeedSource, draw.SeedFrom!.Value, draw.State == PanelDrawState.SeedTyped, isDrawn ? draw.Seed : "", isDrawn ? draw.Witness : ""),
            isDrawn ? new PublicPanel(draw.DrawnAt!.Value, draw.Ticket, draw.PanelPosition + 1, ByNumber(draw.Panel), ByNumber(draw.Sitting), draw.SeatChanges) : null,
            [.. GetDrawPaperHandler.Open(draw)], DrawPapers.IdHeading(input), DrawPapers.HouseholdHeading(input), draw.IsInputOpen)
        {
            SeedsTakenBack = draw.SeedsTakenBack,
            Recall = draw.RecalledAt is { } at ? (at, draw.RecallReason) : null,
        };
    }

    private static IReadOnlyList<string> ByNumber(IEnumerable<string> numbers) => [.. numbers.OrderBy(n => n.Length).ThenBy(n => n, StringComparer.Ordinal)];
}
