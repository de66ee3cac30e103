using System.Text.RegularExpressions;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Themes;

/// <summary>Words that stand for a theme: as they were written, cuts marked "…". Nothing leaves before a named person has looked for what could point somebody out.</summary>
public sealed partial class ThemeQuote : Entity
{
    public const int MaxText = 400;

    /// <summary>Quotes of one theme, the opposing one among them.</summary>
    public const int Most = 4;

    private const char Cut = '…';

    private ThemeQuote()
    {
    }

    public Guid SetId { get; private set; }

    public Guid ThemeId { get; private set; }

    public Guid InputId { get; private set; }

    /// <summary>128 random bits: part of the public address of the excerpt.</summary>
    public Guid PublicId { get; private set; }

    public string Text { get; private set; } = "";

    public Guid ChosenById { get; private set; }

    public string ChosenByName { get; private set; } = "";

    public DateTimeOffset ChosenAt { get; private set; }

    public Guid? CheckedById { get; private set; }

    /// <summary>Empty until somebody has looked.</summary>
    public string CheckedByName { get; private set; } = "";

    public DateTimeOffset? CheckedAt { get; private set; }

    public bool IsChecked => CheckedAt is not null;

    /// <summary>
    /// Errors: <see cref="CodingReleased"/>, <see cref="QuoteNotAllowed"/>, <see cref="QuoteNotInTheme"/>, <see cref="TooManyQuotes"/>, <see cref="QuotedAlready"/>,
    /// <see cref="QuoteNotVerbatim"/>, <see cref="QuoteTooLong"/>.
    /// </summary>
    /// <param name="coding">What the text is about, as it is in force.</param>
    /// <param name="others">The quotes of the theme that are there.</param>
    public static Result<ThemeQuote> Choose(
        CodingSet set, CodingTheme theme, CodingInput input, ThemeCoding? coding, IReadOnlyCollection<ThemeQuote> others, string text, Coder by, DateTimeOffset at)
    {
        if (set.IsReleased)
        {
            return new CodingReleased();
        }

        if (!input.MayBeQuoted)
        {
            return new QuoteNotAllowed();
        }

        if (coding?.Has(theme.Id) != true)
        {
            return new QuoteNotInTheme();
        }

        if (others.Any(q => q.InputId == input.Id))
        {
            return new QuotedAlready();
        }

        if (others.Count >= Most)
        {
            return new TooManyQuotes(Most);
        }

        if (Verbatim(input.Text, text) is not { } words)
        {
            return new QuoteNotVerbatim();
        }

        return words.Length > MaxText
            ? new QuoteTooLong(MaxText)
            : new ThemeQuote
            {
                SetId = set.Id, ThemeId = theme.Id, InputId = input.Id, PublicId = RandomId.New(), Text = words,
                ChosenById = by.Id, ChosenByName = by.Name, ChosenAt = at,
            };
    }

    /// <summary>
    /// A named person has read it and found nobody in it. Errors: <see cref="CodingReleased"/>, <see cref="QuoteNotConfirmed"/>; <see cref="QuoteNamesPerson"/> for
    /// numbers and addresses that always point somebody out.
    /// </summary>
    /// <param name="confirmed">They have said so.</param>
    public Result<Done> Check(CodingSet set, bool confirmed, Coder by, DateTimeOffset at)
    {
        if (set.IsReleased)
        {
            return new CodingReleased();
        }

        if (PersonalDetails.In(Text).FirstOrDefault(d => d.IsCertain) is { } certain)
        {
            return new QuoteNamesPerson(certain.Text);
        }

        if (!confirmed)
        {
            return new QuoteNotConfirmed();
        }

        (CheckedById, CheckedByName, CheckedAt) = (by.Id, by.Name, at);
        return Done.Value;
    }

    /// <summary>
    /// The words as they may be quoted, null when they are not those of the text. White space counts as one space. Every part between marks of a cut
    /// stands in the text, in order; what is left out at the beginning and the end is marked where that was forgotten.
    /// </summary>
    public static string? Verbatim(string original, string quoted)
    {
        var (whole, typed) = (Spaces().Replace(original, " ").Trim(), Spaces().Replace(PlainText.Clean(quoted).Replace("...", "…", StringComparison.Ordinal), " ").Trim());
        var parts = typed.Split(Cut, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(p => p is not ("[" or "]")).ToList();
        if (parts.Count == 0)
        {
            return null;
        }

        var (at, begins) = (0, 0);
        for (var i = 0; i < parts.Count; i++)
        {
            var found = whole.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return null;
            }

            begins = i == 0 ? found : begins;
            at = found + parts[i].Length;
        }

        return (begins > 0 ? "… " : "") + string.Join(" … ", parts) + (at < whole.Length ? " …" : "");
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
