using System.Globalization;
using Medborgardialog.Domain.Panels;

namespace Medborgardialog.Web.Pages.Workspace.Panels;

/// <summary>How many letters a recruitment needs. Stands in the address and is kept nowhere.</summary>
public sealed class LetterForm
{
    private const int MostSeats = 100_000;

    /// <summary>Members wanted.</summary>
    public string? Platser { get; set; }

    /// <summary>Expected to join, in percent.</summary>
    public string? Andel { get; set; }

    /// <summary>Letters that have gone out already.</summary>
    public string? Brev { get; set; }

    /// <summary>By the expected share; null when seats or share are not there.</summary>
    public RecruitmentYield? Expected { get; private set; }

    /// <summary>By what has been seen; null before enough letters have gone out and somebody has joined.</summary>
    public RecruitmentYield? Observed { get; private set; }

    /// <summary>Percent of the letters so far that have given a member, one decimal; null as for <see cref="Observed"/>.</summary>
    public double? ObservedPercent { get; private set; }

    /// <summary>Something was typed that cannot be worked with.</summary>
    public bool IsWrong { get; private set; }

    /// <param name="joined">Members who came with a code from a letter.</param>
    public void Work(int joined)
    {
        if (string.IsNullOrWhiteSpace(Platser + Andel + Brev))
        {
            return;
        }

        var seats = Number(Platser) is > 0 and <= MostSeats and { } wanted ? (int)wanted : 0;
        var share = Number(Andel) is > 0 and <= 100 and { } percent ? percent / 100 : 0;
        IsWrong = seats == 0 || share == 0;
        Expected = IsWrong ? null : RecruitmentYield.Expected(seats, share);
        if (seats > 0 && joined > 0 && Number(Brev) is >= RecruitmentYield.FewestLetters and <= RecruitmentYield.MostLetters and { } sent && sent >= joined)
        {
            (Observed, ObservedPercent) = (RecruitmentYield.Observed(seats, joined, (int)sent), Math.Round(100.0 * joined / (int)sent, 1));
        }
    }

    private static double? Number(string? text) =>
        double.TryParse((text ?? "").Replace(" ", "", StringComparison.Ordinal).Replace(',', '.').TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number : null;
}
