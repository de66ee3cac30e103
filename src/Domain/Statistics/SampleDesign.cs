namespace Medborgardialog.Domain.Statistics;

/// <summary>
/// How those who answered came to do so, which decides what may be said about others (requirement N2, decision 17).
/// </summary>
public enum SampleDesign
{
    /// <summary>
    /// People chose themselves to answer. There is no known chance of being asked, so there is no margin of error:
    /// no interval, no test, no ranking. (AAPOR, Report of the Task Force on Non-Probability Sampling, 2013.)
    /// </summary>
    Open,

    /// <summary>Everyone in the population was asked; uncertain is only what those would have said who did not answer.</summary>
    TotalSurvey,

    /// <summary>Drawn at random from a frame with known chances.</summary>
    ProbabilitySample,
}

/// <summary>The error level of every test, and the confidence of every interval that does not say otherwise (ux 10.9).</summary>
public static class Certainty
{
    /// <summary>0.95: nineteen of twenty such intervals cover the true value.</summary>
    public const double Standard = 0.95;

    /// <summary>0.05: a p-value below it counts as statistically established.</summary>
    public const double Significance = 0.05;
}

/// <summary>The values that the observation does not speak against.</summary>
/// <param name="Lower">In the unit of the estimate; not above <paramref name="Upper"/>.</param>
/// <param name="Upper">In the unit of the estimate.</param>
public sealed record ConfidenceInterval(double Lower, double Upper)
{
    public double Width => Upper - Lower;

    /// <summary>True at the ends too.</summary>
    public bool Contains(double value) => value >= Lower && value <= Upper;
}
