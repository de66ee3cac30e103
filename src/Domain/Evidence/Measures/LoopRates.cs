using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Domain.Evidence.Measures;

/// <summary>
/// The rates of ux 10.3 (b) for one group of people seen in one perspective. They overlap and never sum to a hundred, and are not the groups of
/// <see cref="Statistics.LoopGroups"/>: satisfied people speak up too.
/// </summary>
public sealed record LoopRates
{
    private LoopRates(Perspective perspective, Share voice, Share gotAnswer, Share changed, Share wouldLeave, Share wouldRecommend) =>
        (Perspective, Voice, GotAnswer, Changed, WouldLeave, WouldRecommend) = (perspective, voice, gotAnswer, changed, wouldLeave, wouldRecommend);

    public Perspective Perspective { get; }

    /// <summary>Those who told anyone, satisfied or not, of all who answered the question.</summary>
    public Share Voice { get; }

    /// <summary>Those who were answered, of those who told.</summary>
    public Share GotAnswer { get; }

    /// <summary>Those for whom something changed, of those who told.</summary>
    public Share Changed { get; }

    /// <summary>Exit intention, of all who answered that question.</summary>
    public Share WouldLeave { get; }

    public Share WouldRecommend { get; }

    private IEnumerable<Share> All => [Voice, GotAnswer, Changed, WouldLeave, WouldRecommend];

    /// <summary>
    /// Errors: <see cref="RatesOfOthers"/> when more persons are in the base of "got an answer" or "changed" than have told; <see cref="DesignsNotPooled"/> when
    /// the rates come from samples of different kinds.
    /// </summary>
    public static Result<LoopRates> Of(Perspective perspective, Share voice, Share gotAnswer, Share changed, Share wouldLeave, Share wouldRecommend)
    {
        var rates = new LoopRates(perspective, voice, gotAnswer, changed, wouldLeave, wouldRecommend);
        return Math.Max(gotAnswer.Denominator, changed.Denominator) > voice.Numerator ? new RatesOfOthers()
            : rates.All.Select(s => s.Design).Distinct().Count() > 1 ? new DesignsNotPooled()
            : rates;
    }

    /// <summary>
    /// Several groups with nobody in common put together, such as the units of a service. Errors: <see cref="NothingToPool"/>;
    /// <see cref="PerspectivesNotPooled"/> for medborgare and brukare, who answer as different people; <see cref="DesignsNotPooled"/>.
    /// </summary>
    public static Result<LoopRates> Together(IReadOnlyList<LoopRates> parts)
    {
        if (Pooling.Refusal(parts.Select(p => (p.Perspective, p.Voice.Design))) is { } refusal)
        {
            return refusal;
        }

        Share Sum(Func<LoopRates, Share> of) => Pooling.Sum(parts.Select(of));
        return new LoopRates(
            parts[0].Perspective, Sum(p => p.Voice), Sum(p => p.GotAnswer), Sum(p => p.Changed), Sum(p => p.WouldLeave), Sum(p => p.WouldRecommend));
    }
}

/// <summary>Where somebody goes (requirement E3).</summary>
public enum ExitKind
{
    /// <summary>To another provider within the municipality's offer.</summary>
    Internal = 1,

    /// <summary>Out of it altogether: does without, or pays for it privately.</summary>
    Private = 2,

    /// <summary>To another municipality.</summary>
    Geographic = 3,
}

/// <summary>How we know of an exit.</summary>
public enum ExitBasis
{
    /// <summary>Said in a survey.</summary>
    Stated = 1,

    /// <summary>Seen in a register of those who changed.</summary>
    Actual = 2,
}

/// <summary>One exit rate. What people say, and what registers show, are two measures; so are the three ways to go.</summary>
public sealed record ExitRate(ExitKind Kind, ExitBasis Basis, Perspective Perspective, Share Share)
{
    /// <summary>
    /// The same measure for several groups with nobody in common. Errors: <see cref="ExitKindsNotAdded"/>, <see cref="StatedAndActualNotAdded"/>, and those of
    /// <see cref="LoopRates.Together"/>.
    /// </summary>
    public static Result<ExitRate> Together(IReadOnlyList<ExitRate> parts) =>
        parts.Select(p => p.Kind).Distinct().Count() > 1 ? new ExitKindsNotAdded()
        : parts.Select(p => p.Basis).Distinct().Count() > 1 ? new StatedAndActualNotAdded()
        : Pooling.Refusal(parts.Select(p => (p.Perspective, p.Share.Design))) is { } refusal ? refusal
        : parts[0] with { Share = Pooling.Sum(parts.Select(p => p.Share)) };
}

file static class Pooling
{
    public static Error? Refusal(IEnumerable<(Perspective Perspective, SampleDesign Design)> parts)
    {
        var list = parts.ToList();
        return list.Count == 0 ? new NothingToPool()
            : list.Select(p => p.Perspective).Distinct().Count() > 1 ? new PerspectivesNotPooled()
            : list.Select(p => p.Design).Distinct().Count() > 1 ? new DesignsNotPooled()
            : null;
    }

    public static Share Sum(IEnumerable<Share> shares) =>
        shares.Aggregate((sum, s) => new Share(sum.Numerator + s.Numerator, sum.Denominator + s.Denominator, s.Design));
}
