using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Domain.Panels;

/// <summary>How many letters a recruitment by draw needs. Letters = seats ÷ the share of those who get one that joins, rounded up.</summary>
/// <param name="Letters">With the share that was used.</param>
/// <param name="Fewest">With the highest share that what has been seen allows (95 %); null when nothing has been seen.</param>
/// <param name="Most">With the lowest; null when nothing has been seen, or nobody has joined yet.</param>
public sealed record RecruitmentYield(int Letters, int? Fewest, int? Most)
{
    /// <summary>A share is not read out of fewer letters than this.</summary>
    public const int FewestLetters = 30;

    /// <summary>Nobody sends more letters than this from here.</summary>
    public const int MostLetters = 1_000_000;

    /// <param name="seats">Members wanted, 1 or more.</param>
    /// <param name="share">Expected to join, above 0 and at most 1.</param>
    public static RecruitmentYield Expected(int seats, double share) => new(Needed(seats, share)!.Value, null, null);

    /// <summary>From what has been seen, with the score interval of the share (<see cref="Wilson"/>).</summary>
    /// <param name="joined">Members who came with a code from a letter, 1 to <paramref name="sent"/>.</param>
    /// <param name="sent">Letters that have gone out, <see cref="FewestLetters"/> or more.</param>
    public static RecruitmentYield Observed(int seats, int joined, int sent)
    {
        var share = (double)joined / sent;
        var interval = Wilson.Interval(share, sent);
        return new RecruitmentYield(Needed(seats, share)!.Value, Needed(seats, interval.Upper), Needed(seats, interval.Lower));
    }

    private static int? Needed(int seats, double share) => share <= 0 ? null : (int)Math.Min(MostLetters, Math.Ceiling((seats / share) - 1e-9));
}
