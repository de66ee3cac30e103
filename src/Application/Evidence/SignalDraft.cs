using System.Security.Cryptography;
using System.Text;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Application.Evidence;

/// <summary>Collects signals that have their period, their service and their design in common.</summary>
public sealed class SignalDraft(DateOnly from, DateOnly to, SampleDesign design, string service, Perspective? perspective)
{
    private readonly List<EvidenceSignal> _signals = [];

    public IReadOnlyList<EvidenceSignal> Signals => _signals;

    public DateOnly From { get; } = from;

    public DateOnly To { get; } = to;

    /// <param name="rounding">1 for exact counts.</param>
    public void Add(
        EvidenceKind kind, string measure, string label, int? count, int? of, EvidenceBasis basis = EvidenceBasis.Stated, string unit = "", string group = "",
        int rounding = 1, int? atLeast = null, Perspective? seen = null) => _signals.Add(new EvidenceSignal
        {
            Kind = kind, Measure = measure, Label = Shorten(label), Basis = basis, Perspective = seen ?? perspective, Service = service, Unit = unit, Group = group,
            From = From, To = To, Count = count, Denominator = of, AtLeastPercent = atLeast, RoundingBase = rounding, Design = design,
        });

    private static string Shorten(string label) => label.Length <= EvidenceRow.MaxLabel ? label : string.Concat(label.AsSpan(0, EvidenceRow.MaxLabel - 1), "…");
}

/// <summary>Ids of sources that are a part of something that has an id.</summary>
internal static class DerivedId
{
    public static Guid Of(Guid whole, string part)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{whole:N}/{part}"), hash);
        return new Guid(hash[..16]);
    }
}
