using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Themes;

namespace Medborgardialog.Application.Themes;

public sealed record ListDisagreementsQuery(Guid SetId);

public sealed record CoderSaid(string Coder, IReadOnlyList<ThemeMark> Marks);

/// <param name="Settled">Null before somebody has.</param>
public sealed record Disagreement(
    int Number, string Label, string Text, string Language, CoderSaid First, CoderSaid Second, CoderSaid? Settled, string Note);

/// <param name="Figure">There or not, over the texts that both have coded.</param>
public sealed record ThemeAgreementRow(string Theme, AgreementFigure Figure, int FirstOnly, int SecondOnly);

/// <param name="Both">Texts that both have coded.</param>
/// <param name="Items">What they see otherwise, those to settle first.</param>
public sealed record DisagreementView(
    Guid SetId, string Title, bool IsReleased, int Both, double? MeanKappa, double? MeanAlpha, AgreementLevel? Level, IReadOnlyList<ThemeAgreementRow> Rows,
    IReadOnlyList<Disagreement> Items, IReadOnlyList<ThemeChoice> Themes);

/// <summary>How two coders agree, theme by theme, and the texts that they see otherwise. Error: <see cref="CodingSetNotFound"/>.</summary>
public sealed class ListDisagreementsHandler(CodingDesk desk, ITexts texts) : IUseCase
{
    public async Task<Result<DisagreementView>> HandleAsync(ListDisagreementsQuery query, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(query.SetId, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        var book = opened.Value;
        var agreement = CodersCompared.Of(book.Codings, book.Themes);
        var settled = book.Codings.Where(c => c.Round == CodingRound.Settled).ToDictionary(c => c.InputId);
        var items = book.Disagreeing()
            .Select(p => (p.First, p.Second, Settled: settled.GetValueOrDefault(p.First.InputId), Input: book.Inputs.First(i => i.Id == p.First.InputId)))
            .OrderBy(p => p.Settled is not null).ThenBy(p => p.Input.Number)
            .Select(p => new Disagreement(
                p.Input.Number, InputLabel.Of(texts, p.Input), p.Input.Text, p.Input.Language, Said(p.First), Said(p.Second),
                p.Settled is null ? null : Said(p.Settled), p.Settled?.Note ?? ""));
        return new DisagreementView(
            book.Set.Id, book.Set.Title, book.Set.IsReleased, CodersCompared.Pairs(book.Codings).Count, agreement.MeanKappa, agreement.MeanAlpha,
            new AgreementFigure(0, 0, null, null, agreement.MeanAlpha).Level,
            [.. book.Themes.Zip(agreement.Themes, (t, a) => new ThemeAgreementRow(t.Name, a.Figure, a.FirstOnly, a.SecondOnly))],
            [.. items], [.. book.Themes.Select(t => new ThemeChoice(t.Id, t.Name, t.Description))]);
    }

    private static CoderSaid Said(ThemeCoding coding) => new(coding.CoderName, coding.Marks);
}
