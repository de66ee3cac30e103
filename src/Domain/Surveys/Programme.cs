using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Domain.Surveys;

/// <summary>A survey that comes back: editions with the same indicators, compared only where the wording is the same (N1).</summary>
public sealed class Programme : Entity
{
    private Programme()
    {
    }

    public Programme(string slug, string name) => (Slug, Name) = (slug, name);

    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";
}

/// <summary>
/// One already published figure from before the system, or from another municipality: a share of a known base with its source. Never
/// averaged together with others (N6).
/// </summary>
public sealed class HistoricFigure : Entity
{
    private HistoricFigure()
    {
    }

    /// <param name="indicator">The stable id that questions carry.</param>
    /// <param name="place">Empty for our own municipality.</param>
    /// <param name="edition">For example "2022"; editions sort by it.</param>
    /// <param name="share">0 to 1.</param>
    /// <param name="answers">Base of the share, 1 or more.</param>
    /// <param name="wording">The question as it was asked; another wording than today's breaks the series.</param>
    /// <param name="design">How those who answered were chosen then. An open survey has no interval and is never tested.</param>
    public HistoricFigure(
        Guid programmeId, string indicator, string place, string edition, double share, int answers, string wording, string source, SampleDesign design)
    {
        Design = design;
        (ProgrammeId, Indicator, Place, Edition) = (programmeId, indicator, place, edition);
        (Share, Answers, Wording, Source) = (share, answers, wording, source);
    }

    public Guid ProgrammeId { get; private set; }

    public string Indicator { get; private set; } = "";

    public string Place { get; private set; } = "";

    public string Edition { get; private set; } = "";

    public double Share { get; private set; }

    public int Answers { get; private set; }

    public string Wording { get; private set; } = "";

    public string Source { get; private set; } = "";

    public SampleDesign Design { get; private set; }
}

/// <summary>
/// Order of editions in time: by year, then by the Swedish name of the season, then by number and letter. "2026 vår" comes before
/// "2026 höst", "2026:2" before "2026:10".
/// </summary>
public sealed class EditionOrder : IComparer<string>
{
    private static readonly string[] _seasons = ["vår", "sommar", "höst", "vinter"];

    private EditionOrder()
    {
    }

    public static EditionOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (one, other) = (Parts(x ?? ""), Parts(y ?? ""));
        for (var i = 0; i < Math.Min(one.Count, other.Count); i++)
        {
            var order = one[i].Number.CompareTo(other[i].Number);
            order = order != 0 ? order : string.CompareOrdinal(one[i].Word, other[i].Word);
            if (order != 0)
            {
                return order;
            }
        }

        return one.Count.CompareTo(other.Count);
    }

    /// <summary>Numbers as themselves, seasons by their place in the year, other words after them by letter.</summary>
    private static List<(long Number, string Word)> Parts(string edition)
    {
        var parts = new List<(long, string)>();
        for (var at = 0; at < edition.Length;)
        {
            var from = at;
            var digits = char.IsAsciiDigit(edition[at]);
            while (at < edition.Length && (digits ? char.IsAsciiDigit(edition[at]) && at - from < 18 : char.IsLetter(edition[at])))
            {
                at++;
            }

            if (at == from)
            {
                at++;
                continue;
            }

            var word = edition[from..at].ToLowerInvariant();
            var season = Array.FindIndex(_seasons, s => word.StartsWith(s, StringComparison.Ordinal));
            parts.Add(digits ? (long.Parse(word, System.Globalization.CultureInfo.InvariantCulture), "")
                : season >= 0 ? (season, "") : (_seasons.Length, word));
        }

        // "Höst 2025" and "2025 höst" are the same.
        var year = parts.FindIndex(p => p.Item1 is > 1900 and < 3000);
        if (year > 0)
        {
            var first = parts[year];
            parts.RemoveAt(year);
            parts.Insert(0, first);
        }

        return parts;
    }
}
