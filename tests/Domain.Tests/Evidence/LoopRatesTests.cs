using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Evidence.Measures;
using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests.Evidence;

public class LoopRatesTests
{
    /// <summary>The four units of the invented home care survey: 116 of 360 told, 70 of them were answered and for 38 something changed.</summary>
    [Fact]
    public void Units_are_added_rate_by_rate()
    {
        LoopRates[] units = [Rates(46, 138, 33, 19), Rates(39, 121, 17, 8), Rates(20, 64, 13, 7), Rates(11, 37, 7, 4)];

        var whole = LoopRates.Together(units).Value!;

        Assert.Equal((116, 360), (whole.Voice.Numerator, whole.Voice.Denominator));
        Assert.Equal((32, 60, 33), (whole.Voice.Percent, whole.GotAnswer.Percent, whole.Changed.Percent));
        Assert.Equal(116, whole.GotAnswer.Denominator);
    }

    [Fact]
    public void Medborgare_and_brukare_are_never_put_together()
    {
        var (users, citizens) = (Rates(46, 138, 33, 19), Rates(39, 121, 17, 8, Perspective.Citizen));

        Assert.IsType<PerspectivesNotPooled>(LoopRates.Together([users, citizens]).Error);
        Assert.IsType<PerspectivesNotPooled>(
            ExitRate.Together([Exit(ExitKind.Internal, ExitBasis.Stated), Exit(ExitKind.Internal, ExitBasis.Stated) with { Perspective = Perspective.Citizen }]).Error);
        Assert.IsType<NothingToPool>(LoopRates.Together([]).Error);
    }

    [Fact]
    public void Open_and_drawn_samples_are_never_put_together()
    {
        Assert.IsType<DesignsNotPooled>(LoopRates.Together([Rates(46, 138, 33, 19), Rates(46, 138, 33, 19, design: SampleDesign.Open)]).Error);
        Assert.IsType<DesignsNotPooled>(
            LoopRates.Of(Perspective.User, Of(46, 138), Of(33, 46), Of(19, 46), new Share(3, 138, SampleDesign.Open), Of(3, 138)).Error);
    }

    [Theory]
    [InlineData(47, 46)]
    [InlineData(46, 47)]
    public void Nobody_can_be_answered_who_has_not_told(int answeredBase, int changedBase) =>
        Assert.IsType<RatesOfOthers>(LoopRates.Of(Perspective.User, Of(46, 138), Of(30, answeredBase), Of(19, changedBase), Of(3, 138), Of(3, 138)).Error);

    [Fact]
    public void Exits_of_different_kinds_and_what_is_said_and_seen_are_never_added()
    {
        var said = Exit(ExitKind.Internal, ExitBasis.Stated);

        Assert.All(
            [ExitKind.Private, ExitKind.Geographic],
            kind => Assert.IsType<ExitKindsNotAdded>(ExitRate.Together([said, Exit(kind, ExitBasis.Stated)]).Error));
        Assert.IsType<StatedAndActualNotAdded>(ExitRate.Together([said, Exit(ExitKind.Internal, ExitBasis.Actual)]).Error);
        Assert.IsType<NothingToPool>(Refusal(ExitRate.Together([])));
        var both = ExitRate.Together([said, said]).Value!;
        Assert.Equal((18, 240, ExitKind.Internal), (both.Share.Numerator, both.Share.Denominator, both.Kind));
    }

    private static Error? Refusal<T>(Result<T> result)
        where T : notnull => result.Error;

    private static ExitRate Exit(ExitKind kind, ExitBasis basis) => new(kind, basis, Perspective.User, Of(9, 120));

    private static LoopRates Rates(
        int told, int all, int answered, int changed, Perspective perspective = Perspective.User, SampleDesign design = SampleDesign.TotalSurvey) =>
        LoopRates.Of(
            perspective, new Share(told, all, design), new Share(answered, told, design), new Share(changed, told, design), new Share(3, all, design), new Share(90, all > 90 ? all : 90, design)).Value!;

    private static Share Of(int numerator, int denominator) => new(numerator, denominator, SampleDesign.TotalSurvey);
}
