using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Themes;

namespace Medborgardialog.Application.Themes;

/// <param name="Number">The text wanted; null for the next one to code.</param>
public sealed record GetSecondTextQuery(Guid SetId, int? Number = null);

/// <param name="Mine">What the asker has said of it.</param>
/// <param name="IsCoded">Somebody has coded it a second time.</param>
public sealed record SecondText(int Number, string Label, string Text, string Language, IReadOnlyList<ThemeMark> Mine, bool IsCoded, int? Previous, int? Next);

/// <param name="Mine">Drawn texts that the asker may code: those that they did not code first.</param>
/// <param name="Done">Of them, coded.</param>
/// <param name="Text">Null when there is none left to show.</param>
public sealed record SecondView(Guid SetId, string Title, bool IsReleased, int Drawn, int Mine, int Done, SecondText? Text, IReadOnlyList<ThemeChoice> Themes);

/// <param name="Description">One sentence, to choose by.</param>
public sealed record ThemeChoice(Guid Id, string Name, string Description);

/// <summary>One drawn text as the second coder sees it: without what the first said, without proposals, without counts. Error: <see cref="CodingSetNotFound"/>.</summary>
public sealed class GetSecondTextHandler(CodingDesk desk, ITexts texts) : IUseCase
{
    public async Task<Result<SecondView>> HandleAsync(GetSecondTextQuery query, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(query.SetId, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        var (book, me) = (opened.Value, desk.Me.Id);
        var rounds = book.Codings.ToLookup(c => c.InputId);
        var drawn = book.Inputs.Where(i => i.IsDrawn).ToList();
        var mine = drawn.Where(i => rounds[i.Id].All(c => c.Round != CodingRound.First || c.CoderId != me)).ToList();
        var left = mine.Where(i => rounds[i.Id].All(c => c.Round != CodingRound.Second)).ToList();
        var shown = query.Number is { } number ? mine.Find(i => i.Number == number) : left.FirstOrDefault();
        return new SecondView(
            book.Set.Id, book.Set.Title, book.Set.IsReleased, drawn.Count, mine.Count, mine.Count - left.Count,
            shown is null ? null : Show(shown, rounds[shown.Id], mine),
            [.. book.Themes.Select(t => new ThemeChoice(t.Id, t.Name, t.Description))]);

        SecondText Show(CodingInput input, IEnumerable<ThemeCoding> codings, List<CodingInput> list)
        {
            var (second, at) = (codings.FirstOrDefault(c => c.Round == CodingRound.Second), list.IndexOf(input));
            return new SecondText(
                input.Number, InputLabel.Of(texts, input), input.Text, input.Language, second?.CoderId == me ? second.Marks : [], second is not null,
                at > 0 ? list[at - 1].Number : null, list.ElementAtOrDefault(at + 1)?.Number);
        }
    }
}
