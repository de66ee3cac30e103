using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Discussions;
using Medborgardialog.Domain.Evidence.Measures;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.Domain.Themes;

namespace Medborgardialog.Application.Themes;

/// <summary>Puts what may be published of a coding together, for reports and for the officer who is to release it.</summary>
public sealed class CodedThemesWriting(CodedDialogues dialogues, ListPostsToCodeHandler posts, ITexts texts)
{
    internal async Task<CodedThemes> WriteAsync(CodingBook book, CancellationToken cancellationToken)
    {
        var (set, tally) = (book.Set, book.Tally());
        var dialogue = await dialogues.FindAsync(set.DialogueId, cancellationToken);
        var agreement = CodersCompared.Of(book.Codings, book.Themes);
        var paths = await PathsAsync(book, dialogue, cancellationToken);
        var heard = Heard(book, dialogue?.Survey);
        var themes = book.Themes.Select((theme, i) => Theme(book, tally, theme, tally.Themes[i], agreement.Themes[i].Figure, paths)).ToList();
        return new CodedThemes(
            set.Id, set.Title, [.. set.Sources.Select(s => s.Label)], set.ReleasedByName, set.ReleasedAt ?? set.CreatedAt, set.IsChanged, tally.Writers, tally.Inputs,
            tally.CoveragePercent, Agreement(book, agreement), heard.Units, heard.Skew,
            [.. themes.OrderByDescending(t => t.Persons ?? 0)]);
    }

    private CodedTheme Theme(
        CodingBook book, CodingTally tally, CodingTheme theme, ThemeTally counted, AgreementFigure figure, Dictionary<Guid, string> paths)
    {
        var isShown = counted.People >= CodingTally.FewestShown;
        var neither = counted.People - counted.For - counted.Against;
        var parts = isShown && new[] { counted.For, counted.Against, neither }.All(IsTold);
        var kinds = counted.ByKind.OrderBy(k => k.Key).Select(k => new CodedKind(k.Key, k.Value)).ToList();
        var quotes = book.Quotes.Where(q => q.ThemeId == theme.Id && q.IsChecked && paths.ContainsKey(q.Id))
            .Select(q => (Quote: q, Stance: book.StanceOf(q.InputId, theme.Id))).Where(q => q.Stance is not null)
            .Select(q => Quote(q.Quote, book.Inputs.First(i => i.Id == q.Quote.InputId), q.Stance!.Value, paths[q.Quote.Id])).ToList();
        var opposing = quotes.Find(q => q.Stance == Stance.Against);
        return new CodedTheme(
            theme.Id, theme.Name, theme.Description, theme.Wants, theme.Goal, isShown ? counted.People : null,
            isShown ? (int)Math.Round(100.0 * counted.People / tally.Writers, MidpointRounding.AwayFromZero) : null,
            parts ? counted.For : null, parts ? counted.Against : null, parts ? counted.AgainstPercent : null,
            isShown && kinds.TrueForAll(k => IsTold(k.Persons)) ? kinds : [], [.. quotes.Where(q => q != opposing)], opposing,
            parts ? BalanceMeter.Of(new ThemeBalance(
                counted.For, counted.Against, quotes.Count(q => q.Stance == Stance.For), quotes.Count(q => q.Stance == Stance.Against))).Lean : null,
            figure.Kappa, figure.Alpha);
    }

    private static bool IsTold(int count) => count is 0 or >= CodingTally.FewestShown;

    private CodedQuote Quote(ThemeQuote quote, CodingInput input, Stance stance, string path) =>
        new(quote.Text, InputLabel.Of(texts, input), path, input.Language, input.Kind, stance, quote.CheckedByName);

    /// <summary>Where each quote can be read, by its id. A post that can no longer be read has none.</summary>
    private async Task<Dictionary<Guid, string>> PathsAsync(CodingBook book, CodedDialogue? dialogue, CancellationToken cancellationToken)
    {
        var inputs = book.Inputs.ToDictionary(i => i.Id);
        var ofPosts = book.Quotes.Where(q => inputs[q.InputId].IsPost).ToList();
        var paths = book.Quotes.Except(ofPosts).ToDictionary(q => q.Id, q => $"/rapporter/utdrag/{q.PublicId:D}");
        if (ofPosts.Count == 0)
        {
            return paths;
        }

        var talk = await posts.HandleAsync(
            new ListPostsToCodeQuery(book.Set.DialogueId, [.. book.Set.Sources.Where(s => !s.IsQuestion).Select(s => Guid.Parse(s.Key, CultureInfo.InvariantCulture))]),
            cancellationToken);
        var (threads, readable) = (talk.Threads.ToDictionary(t => t.Id), talk.Posts.ToDictionary(p => p.Id));
        foreach (var quote in ofPosts)
        {
            if (readable.TryGetValue(inputs[quote.InputId].SourceId, out var post) && post.Text == inputs[quote.InputId].Text)
            {
                paths[quote.Id] = string.Create(
                    CultureInfo.InvariantCulture, $"{dialogue?.Path}/diskussion/{threads[post.ThreadId].Address}?till={post.Number}#inlagg-{post.Number}");
            }
        }

        return paths;
    }

    private static CodedAgreement? Agreement(CodingBook book, CodingAgreement<Guid> agreement)
    {
        var pairs = CodersCompared.Pairs(book.Codings);
        var differing = book.Disagreeing();
        return pairs.Count == 0 ? null : new CodedAgreement(
            pairs.Count, differing.Count, differing.Count - book.Unsettled().Count, agreement.MeanKappa, agreement.MeanAlpha,
            new AgreementFigure(pairs.Count, 0, null, null, agreement.MeanAlpha).Level);
    }

    /// <summary>By unit; nothing at all where a unit would be 1 to 4 persons, or nobody knows how many were asked.</summary>
    private static (IReadOnlyList<HeardUnit> Units, Skew? Skew) Heard(CodingBook book, Survey? survey)
    {
        var quoted = book.Quotes.Select(q => q.InputId).ToHashSet();
        var written = book.Inputs.Where(i => !i.IsPost).GroupBy(i => i.Place, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.CurrentCulture).ToList();
        if (survey?.Units is null || written.Exists(g => g.Count() < CodingTally.FewestShown))
        {
            return ([], null);
        }

        var units = written.Where(g => g.Key.Length > 0).Select(g => (Unit: g, Asked: UnitPlaces.Asked(survey, g.Key))).ToList();
        if (units.Count < 2 || units.Exists(u => u.Asked is null or 0))
        {
            return ([], null);
        }

        var heard = HeardQuota.Of([.. units.Select(u => new HeardGroup(u.Unit.Key, u.Unit.Count(), u.Asked!.Value))], written.Where(g => g.Key.Length == 0).Sum(g => g.Count()));
        return ([.. units.Zip(heard.Groups, (u, h) => new HeardUnit(
            u.Unit.Key, u.Unit.Count(), u.Unit.Count(i => quoted.Contains(i.Id)), u.Asked!.Value, h.Quota, h.Interval))], heard.Skew);
    }
}
