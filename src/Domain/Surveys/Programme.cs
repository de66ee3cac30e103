using Medborgardialog.Domain.Common;

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
    public HistoricFigure(
        Guid programmeId, string indicator, string place, string edition, double share, int answers, string wording, string source)
    {
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
}
