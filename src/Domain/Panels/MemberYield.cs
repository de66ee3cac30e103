using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Domain.Panels;

/// <summary>How many members some letters give: <see cref="RecruitmentYield"/> the other way round. Members = letters · the share that joins.</summary>
/// <param name="Members">With the share that was used, to the nearest whole number.</param>
/// <param name="Fewest">With the lowest share that what has been seen allows (95 %), rounded down; null when nothing has been seen.</param>
/// <param name="Most">With the highest, rounded up; null when nothing has been seen.</param>
public sealed record MemberYield(int Members, int? Fewest, int? Most)
{
    /// <param name="letters">0 or more.</param>
    /// <param name="share">Expected to join, above 0 and at most 1.</param>
    public static MemberYield Expected(int letters, double share) => new(Whole(letters * share), null, null);

    /// <summary>From what has been seen, with the score interval of the share (<see cref="Wilson"/>).</summary>
    /// <param name="joined">Members who came with a code from a letter, 1 to <paramref name="sent"/>.</param>
    /// <param name="sent">Letters that have gone out, <see cref="RecruitmentYield.FewestLetters"/> or more.</param>
    public static MemberYield Observed(int letters, int joined, int sent)
    {
        var share = (double)joined / sent;
        var interval = Wilson.Interval(share, sent);
        return new MemberYield(Whole(letters * share), (int)Math.Floor(letters * interval.Lower), (int)Math.Ceiling(letters * interval.Upper));
    }

    private static int Whole(double members) => (int)Math.Round(members, MidpointRounding.AwayFromZero);
}
