using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Domain.Evidence.Measures;

/// <summary>One measurement of one unit, as shares of those who answered each question.</summary>
/// <param name="Voice">Those who have told anyone, satisfied or not.</param>
/// <param name="Exit">Those who leave; null where it is not measured.</param>
/// <param name="Silence">Those who are not satisfied and have told nobody; null where it is not measured.</param>
/// <param name="BreaksBefore">A question, a scale, the method or the definition of the groups was changed since the period before.</param>
public sealed record DiscontentPeriod(string Name, Share Satisfied, Share Voice, Share? Exit, Share? Silence, bool BreaksBefore = false);

/// <param name="Periods">In order of time, equally far apart.</param>
public sealed record DiscontentSeries(string Unit, IReadOnlyList<DiscontentPeriod> Periods);

public enum DiscontentVerdict
{
    /// <summary>Satisfaction falls, exit or silence rises, and that more tell is not seen.</summary>
    Found,

    /// <summary>Not shown. It is not shown that there is none.</summary>
    NotShown,

    /// <summary>See <see cref="DiscontentSilence"/>.</summary>
    NothingSaid,
}

/// <summary>Why nothing is said of a unit.</summary>
public enum DiscontentSilence
{
    /// <summary>People chose themselves to answer.</summary>
    OpenSample = 1,

    /// <summary>A base below <see cref="SilentDiscontent.SmallestBase"/>.</summary>
    SmallBase,

    /// <summary>Fewer than three periods since the last break of method.</summary>
    TooFewPeriods,

    /// <summary>Neither exit nor silence is measured in every period.</summary>
    NotMeasured,
}

/// <summary>What the tests gave for one unit; each p-value one-sided, 0 to 1.</summary>
/// <param name="From">The first period after the last break.</param>
/// <param name="SatisfactionFalls">p of "satisfaction falls".</param>
/// <param name="VoiceRises">p of "voice rises". Below 0.05 the discontent is not silent.</param>
/// <param name="ExitRises">Null when not measured in every period.</param>
/// <param name="SilenceRises">Null when not measured in every period.</param>
/// <param name="Joint">Of "satisfaction falls, and exit or silence rises"; 1 when voice rises.</param>
/// <param name="Adjusted">After Benjamini and Hochberg over the units.</param>
public sealed record DiscontentTests(
    DiscontentPeriod From, DiscontentPeriod To, double SatisfactionFalls, double VoiceRises, double? ExitRises, double? SilenceRises, double Joint, double Adjusted);

/// <param name="Why">Given when nothing is said, otherwise null.</param>
/// <param name="Tests">Null when nothing is said.</param>
public sealed record UnitDiscontent(string Unit, DiscontentVerdict Verdict, DiscontentSilence? Why, DiscontentTests? Tests);

/// <summary>
/// Tyst missnöje (requirement E10): satisfaction falls, exit or silence rises, and voice does not. After Hirschman 1970, Exit, Voice, and Loyalty, ch. 3: where people
/// neither speak up nor are seen to leave, those in charge learn nothing of a decline.
/// <list type="number">
/// <item>Each series of a unit: a trend test, see <see cref="TrendTest"/>, one-sided.</item>
/// <item>"Exit or silence": the smaller p-value times the number of them (Bonferroni), which holds however the two depend on each other.</item>
/// <item>"And": the larger of the two p-values, an intersection–union test (Berger 1982, Technometrics 24, 295–300), which holds whatever is true of the rest.</item>
/// <item>Units: Benjamini and Hochberg over all units that can be tested; a unit where voice rises (p below 0.05) stays in as 1.</item>
/// </list>
/// Rate: in a family of units without silent discontent the probability of any finding is at most 5 %, also when satisfaction really falls everywhere while
/// nobody leaves or falls silent; and of what is found, at most 5 % is expected to be false.
/// Limits: that voice does not rise is a condition that is looked at, not something that is proven, so a rise too small to be seen passes. If shares jump
/// between periods more than chance makes them, the tests are widened by how much, but that is known only with several units, see <see cref="DegreesNeeded"/>;
/// with fewer such jumps can look like a trend more often than 5 %. It says that something is worth asking about, never why.
/// </summary>
public static class SilentDiscontent
{
    /// <summary>The share of families with a false finding that the rule allows.</summary>
    public const double ErrorRate = Certainty.Significance;

    /// <summary>Fewer answers than this in any share, and nothing is said of the unit.</summary>
    public const int SmallestBase = 10;

    /// <summary>Degrees of freedom, (periods − 2) summed over units, from which unevenness beyond chance is measured and allowed for.</summary>
    public const int DegreesNeeded = 8;

    /// <returns>One for each unit, in the same order.</returns>
    public static IReadOnlyList<UnitDiscontent> Of(IReadOnlyList<DiscontentSeries> family)
    {
        var judged = family.Select(unit => (unit.Unit, Refusal: Refusal(Comparable(unit)), Series: Comparable(unit))).ToList();
        var tested = judged.Where(u => u.Refusal is null).Select(u => Results(u.Series)).ToList();
        var dispersions = Enum.GetValues<Measure>().ToDictionary(m => m, m => Dispersion(tested.Select(t => t.GetValueOrDefault(m)).OfType<TrendTestResult>()));
        var tests = tested
            .Zip(judged.Where(u => u.Refusal is null), (t, u) => Joined(u.Series, t.ToDictionary(r => r.Key, r => r.Value.Widened(dispersions[r.Key]))))
            .ToList();
        var adjusted = new Queue<DiscontentTests>(tests.Zip(MultipleTesting.Adjust([.. tests.Select(t => t.Joint)]), (t, p) => t with { Adjusted = p }));
        return [.. judged.Select(u => u.Refusal is { } why ? new UnitDiscontent(u.Unit, DiscontentVerdict.NothingSaid, why, null) : Said(u.Unit, adjusted.Dequeue()))];
    }

    private static UnitDiscontent Said(string unit, DiscontentTests tests) =>
        new(unit, tests.Adjusted < ErrorRate ? DiscontentVerdict.Found : DiscontentVerdict.NotShown, null, tests);

    /// <summary>From the last break on.</summary>
    private static List<DiscontentPeriod> Comparable(DiscontentSeries unit) =>
        [.. unit.Periods.Skip(Math.Max(0, unit.Periods.ToList().FindLastIndex(p => p.BreaksBefore)))];

    private static DiscontentSilence? Refusal(List<DiscontentPeriod> periods)
    {
        var shares = periods.SelectMany(p => new[] { p.Satisfied, p.Voice, p.Exit, p.Silence }).OfType<Share>().ToList();
        return shares.Exists(s => s.Design == SampleDesign.Open) ? DiscontentSilence.OpenSample
            : periods.Count < TrendTest.FewestPeriods ? DiscontentSilence.TooFewPeriods
            : shares.Exists(s => s.Denominator < SmallestBase) ? DiscontentSilence.SmallBase
            : periods.Exists(p => p.Exit is null) && periods.Exists(p => p.Silence is null) ? DiscontentSilence.NotMeasured
            : null;
    }

    /// <summary>A series with a period missing is not there at all.</summary>
    private static Dictionary<Measure, TrendTestResult> Results(List<DiscontentPeriod> periods) =>
        new (Measure Measure, List<Share> Series)[]
        {
            (Measure.Satisfaction, [.. periods.Select(p => p.Satisfied)]),
            (Measure.Voice, [.. periods.Select(p => p.Voice)]),
            (Measure.Exit, [.. periods.Select(p => p.Exit).OfType<Share>()]),
            (Measure.Silence, [.. periods.Select(p => p.Silence).OfType<Share>()]),
        }.Where(s => s.Series.Count == periods.Count).ToDictionary(s => s.Measure, s => TrendTest.Of(s.Series)!);

    private static double Dispersion(IEnumerable<TrendTestResult> results)
    {
        var (uneven, degrees) = results.Aggregate((0.0, 0), (sum, r) => (sum.Item1 + r.Unevenness, sum.Item2 + r.Degrees));
        return degrees < DegreesNeeded ? 1 : Math.Max(1, uneven / degrees);
    }

    private static DiscontentTests Joined(List<DiscontentPeriod> periods, Dictionary<Measure, TrendTestResult> results)
    {
        var (exit, silence) = (results.GetValueOrDefault(Measure.Exit)?.Rise, results.GetValueOrDefault(Measure.Silence)?.Rise);
        double[] either = [.. new[] { exit, silence }.OfType<double>()];
        var (falls, voice) = (results[Measure.Satisfaction].Fall, results[Measure.Voice].Rise);
        var joint = voice < ErrorRate ? 1 : Math.Max(falls, Math.Min(1, either.Min() * either.Length));
        return new DiscontentTests(periods[0], periods[^1], falls, voice, exit, silence, joint, joint);
    }

    private enum Measure
    {
        Satisfaction,
        Voice,
        Exit,
        Silence,
    }
}
