using CsCheck;
using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Domain.Tests.Statistics;

internal static class Gens
{
    /// <summary>Small and large bases, with the ends 0 and n as likely as a tenth of the rest.</summary>
    public static readonly Gen<Share> Share =
        Gen.Select(Gen.OneOf(Gen.Int[1, 30], Gen.Int[1, 3000]), Gen.Int[0, 1100])
            .Select((n, at) => new Share((int)((long)n * Math.Clamp(at - 50, 0, 1000) / 1000), n, SampleDesign.TotalSurvey));
}
