using Medborgardialog.Application.Disclosure;
using Medborgardialog.Application.Themes;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.Domain.Themes;
using Medborgardialog.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>
/// What the users of home care wrote, sorted into themes by two invented people and released. The first codes as the demo says; the second sees some texts otherwise,
/// and all but two of those have been settled.
/// </summary>
internal sealed class ThemesStep(AppDbContext db, IDisclosureGate gate, ITextStems stems) : ISeedStep
{
    private const string Question = "mer";
    private const int SecondShare = 20;
    private const int LeftUnsettled = 2;
    private static readonly int _began = HomeCareStep.Closed + 3;

    public async Task SeedAsync(SeedContext context, CancellationToken cancellationToken)
    {
        var (content, survey) = (SimulatedTexts.Content(), await db.Set<Survey>().AsNoTracking().SingleAsync(s => s.Slug == "hemtjanst-2026", cancellationToken));
        var (maria, nils) = (new Coder(context.Staff["Maria Demolund"], "Maria Demolund, kommunikatör"), new Coder(context.Staff["Nils Mallqvist"], "Nils Mallqvist, kommunikatör"));
        var set = TorgetStep.Must(CodingSet.Begin(
            survey.Id, "Fritext om hemtjänsten 2026", [new CodingSource(InputKind.Survey, Question, "Är det något mer du vill berätta?")], maria,
            HomeCareStep.Day(context, _began)));
        var themes = new Dictionary<string, CodingTheme>(StringComparer.Ordinal);
        foreach (var theme in content.Themes)
        {
            themes[theme.Key] = TorgetStep.Must(CodingTheme.Create(set.Id, new ThemeText(theme.Name, theme.Description, theme.Wants, theme.Goal), themes.Values, maria));
        }

        var written = new SimulatedTexts(content).Make(HomeCareStep.Play().Content.Wrote).ToDictionary(t => t.Text, StringComparer.Ordinal);
        var inputs = await CopyAsync(set, survey, written, cancellationToken);
        TorgetStep.Must(set.DrawForSecond(SecondShare, inputs, "andra kodaren 2026"));
        var codings = inputs.ConvertAll(i => TorgetStep.Must(ThemeCoding.Code(
            set, i, CodingRound.First, Marks(written[i.Text].Marks, themes), themes.Values, [], maria, HomeCareStep.Day(context, _began + 1))).Added!);
        codings.AddRange(Twice(context, set, inputs, codings, [.. themes.Values], nils));
        var quotes = Quotes(context, set, content, themes, inputs, codings, maria, nils);
        TorgetStep.Must(set.Release(
            ReleaseCheck.Of(new CodingBook(set, inputs, [.. themes.Values], [.. codings.Where(c => !c.IsReplaced)], quotes)), nils, HomeCareStep.Day(context, _began + 6)));
        db.Add(set);
        db.AddRange(themes.Values);
        db.AddRange(inputs);
        db.AddRange(codings);
        db.AddRange(quotes);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private async Task<List<CodingInput>> CopyAsync(CodingSet set, Survey survey, Dictionary<string, SimulatedText> written, CancellationToken cancellationToken)
    {
        var texts = await gate.ReadWrittenAsync(survey.Id, Question, cancellationToken);
        var taken = written.Values.Select(t => t.Number).Where(n => n > 0).ToList();
        var drawn = new Queue<int>(InputNumbers.Draw(texts.Count - taken.Count, taken, "nummer 2026"));
        var inputs = texts.Select(t => CodingInput.Written(
            set.Id, written[t.Text].Number is > 0 and var number ? number : drawn.Dequeue(), t.Id, Question, t.Text, UnitPlaces.Name(survey, t.Units), t.OnPaper,
            mayBeQuoted: true)).ToList();
        var found = await stems.OfAsync([.. inputs.Select(i => (i.Text, i.Language))], cancellationToken);
        foreach (var (input, own) in inputs.Zip(found))
        {
            input.Stem(own);
        }

        return inputs;
    }

    private static List<ThemeMark> Marks(IReadOnlyDictionary<string, Stance> marks, Dictionary<string, CodingTheme> themes) =>
        [.. marks.Select(m => new ThemeMark(themes[m.Key].Id, m.Value))];

    /// <summary>The second coder leaves out a theme in about one text of eight, and finds one more in about one of twelve.</summary>
    private static List<ThemeCoding> Twice(
        SeedContext context, CodingSet set, List<CodingInput> inputs, List<ThemeCoding> first, IReadOnlyList<CodingTheme> themes, Coder by)
    {
        var numbers = new SeededNumbers("andra kodaren läser 2026");
        var (all, differing) = (new List<ThemeCoding>(), new List<ThemeCoding>());
        foreach (var input in inputs.Where(i => i.IsDrawn).OrderBy(i => i.Number))
        {
            var before = first.Find(c => c.InputId == input.Id)!;
            var marks = before.Marks.ToList();
            if (marks.Count > 0 && numbers.Below(8) == 0)
            {
                marks.RemoveAt((int)numbers.Below(marks.Count));
            }

            if (numbers.Below(12) == 0)
            {
                marks.Add(new ThemeMark(themes[(int)numbers.Below(themes.Count)].Id, Stance.For));
            }

            var second = TorgetStep.Must(ThemeCoding.Code(set, input, CodingRound.Second, marks, [.. themes], [before], by, HomeCareStep.Day(context, _began + 3))).Added!;
            all.Add(second);
            if (second.Differs(before))
            {
                differing.Add(before);
            }
        }

        all.AddRange(differing.Skip(LeftUnsettled).Select(f => TorgetStep.Must(ThemeCoding.Code(
            set, inputs.Find(i => i.Id == f.InputId)!, CodingRound.Settled, [.. f.Marks], [.. themes], [f, all.Find(c => c.InputId == f.InputId)!], by,
            HomeCareStep.Day(context, _began + 4), "Vi läste texten tillsammans och höll oss till beskrivningen i kodboken.")).Added!));
        return all;
    }

    private static List<ThemeQuote> Quotes(
        SeedContext context, CodingSet set, ThemesContent content, Dictionary<string, CodingTheme> themes, List<CodingInput> inputs, List<ThemeCoding> codings,
        Coder chooser, Coder reader)
    {
        var quotes = new List<ThemeQuote>();
        foreach (var (key, numbers) in content.Quotes)
        {
            foreach (var input in numbers.Select(n => inputs.Find(i => i.Number == n)!))
            {
                var quote = TorgetStep.Must(ThemeQuote.Choose(
                    set, themes[key], input, ThemeCoding.InForce(codings.Where(c => c.InputId == input.Id)), [.. quotes.Where(q => q.ThemeId == themes[key].Id)],
                    input.Text, chooser, HomeCareStep.Day(context, _began + 5)));
                TorgetStep.Must(quote.Check(set, confirmed: true, reader, HomeCareStep.Day(context, _began + 5, 10)));
                quotes.Add(quote);
            }
        }

        return quotes;
    }
}
