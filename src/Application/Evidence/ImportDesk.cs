using System.IO.Compression;
using System.Text.Json;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Reports;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Evidence;

/// <summary>What all that comes into the ledger from outside has in common: rows are read against what is known, one source of each kind and service, one audit log.</summary>
public sealed class ImportDesk(IAppDbContext db, ICurrentUser user, ITexts texts, TimeProvider clock)
{
    /// <summary>What the ids of imported sources are made from.</summary>
    private static readonly Guid _imported = new("5f0f4f9e-6c1f-4b56-9d6a-6a3f2f1f7a11");

    public DateTimeOffset Now => clock.GetUtcNow();

    public Guid OfficerId => user.Id ?? Guid.Empty;

    /// <summary>Officers import, read row by row and withdraw.</summary>
    public bool MayImport => ConsultationAccess.MayBuild(user);

    /// <summary>Name and title, as it stands in the audit log.</summary>
    public string OfficerName => user.Title is { Length: > 0 } title ? $"{user.DisplayName}, {title}" : user.DisplayName ?? "";

    /// <summary>Kinds that come as files and from other systems.</summary>
    public static bool IsImported(EvidenceSourceKind kind) => kind is EvidenceSourceKind.Switching or EvidenceSourceKind.Complaints;

    /// <summary>The same for every import of the kind and the service, so that months add up and a corrected one takes the place of the one before.</summary>
    public static Guid SourceOf(EvidenceSourceKind kind, string service) => DerivedId.Of(_imported, $"{kind}/{service}");

    internal async Task<ImportReading> ReadAsync(EvidenceSourceKind kind, IReadOnlyList<ImportLine> lines, CancellationToken cancellationToken)
    {
        var units = await db.Set<ServiceUnit>().AsNoTracking().ToListAsync(cancellationToken);
        var held = await db.Set<EvidenceRow>().Where(r => r.SourceKind == kind && r.ReplacedAt == null && r.WithdrawnAt == null)
            .Select(r => new { r.Service, r.Unit, r.From, r.To }).Distinct().ToListAsync(cancellationToken);
        var known = new ImportKnowledge(
            units,
            held.GroupBy(h => (h.Service, h.Unit)).ToDictionary(g => g.Key, g => (IReadOnlyList<EvidencePeriod>)[.. g.Select(h => new EvidencePeriod(h.From, h.To))]),
            clock.SwedishToday());
        LineReader reader = kind == EvidenceSourceKind.Switching ? new SwitchingReader(known, texts) : new ComplaintsReader(known, texts);
        return reader.Read(lines);
    }

    /// <summary>What recording it would do.</summary>
    internal async Task<IReadOnlyList<ImportEffect>> CompareAsync(EvidenceSourceKind kind, IReadOnlyList<ServiceSignals> services, CancellationToken cancellationToken)
    {
        var effects = new List<ImportEffect>();
        foreach (var said in services)
        {
            var id = SourceOf(kind, said.Service);
            var holding = await db.Set<EvidenceRow>().AsNoTracking().Where(r => r.SourceId == id && r.ReplacedAt == null && r.WithdrawnAt == null)
                .ToDictionaryAsync(r => r.Key, StringComparer.Ordinal, cancellationToken);
            var signals = said.Signals.DistinctBy(s => s.Key, StringComparer.Ordinal).ToList();
            var unchanged = signals.Count(s => holding.TryGetValue(s.Key, out var row) && row.Says(s));
            var added = signals.Count(s => !holding.ContainsKey(s.Key));
            effects.Add(EffectOf(id, said, added, signals.Count - added - unchanged, unchanged));
        }

        return effects;
    }

    internal static ImportEffect EffectOf(Guid id, ServiceSignals said, int added, int revised, int unchanged) =>
        new(id, said.Service, said.Signals.Min(s => s.From), said.Signals.Max(s => s.To), added, revised, unchanged);

    /// <summary>The source, with the committee that asked about the service last.</summary>
    internal async Task<EvidenceSource> SourceAsync(EvidenceSourceKind kind, string service, CancellationToken cancellationToken)
    {
        var committee = await db.Set<AskedDialogue>().Where(d => d.Service == service && d.CommitteeId != null)
            .OrderByDescending(d => d.ClosesAt).Select(d => d.CommitteeId).FirstOrDefaultAsync(cancellationToken);
        return new EvidenceSource(kind, SourceOf(kind, service), texts["evidence.importedTitle", texts[$"evidence.source.{kind}"], service], "", committee);
    }

    internal static EvidenceChecked Found(ImportReading reading, IReadOnlyList<ImportEffect> effects) =>
        new([.. reading.Errors.Take(EvidenceChecked.MostShown)], reading.Errors.Count, reading.Lines, effects);

    /// <param name="action">Key below <c>audit.</c>.</param>
    internal void Record(string action, Guid source, string reason) => db.Set<AuditEntry>().Add(new AuditEntry(user.Id, OfficerName, action, source, reason, Now));

    /// <summary>What another system has done.</summary>
    internal void RecordFor(string name, string action, Guid source, string reason) => db.Set<AuditEntry>().Add(new AuditEntry(null, name, action, source, reason, Now));

    internal static byte[] Pack(IReadOnlyList<ServiceSignals> services)
    {
        using var packed = new MemoryStream();
        using (var zip = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(zip, services);
        }

        return packed.ToArray();
    }

    internal static List<ServiceSignals> Unpack(byte[] rows)
    {
        using var zip = new BrotliStream(new MemoryStream(rows), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<List<ServiceSignals>>(zip)!;
    }
}
