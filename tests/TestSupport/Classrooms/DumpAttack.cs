using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;

namespace Medborgardialog.TestSupport.Classrooms;

/// <summary>A row of a dump, with what PostgreSQL knows of it beside its columns.</summary>
/// <param name="Xmin">Transaction that wrote it.</param>
/// <param name="Place">Block and line of the heap (ctid).</param>
public sealed record DumpRow(string Table, JsonElement Row, long Xmin, long Place)
{
    /// <summary>Every value of the row as text, whatever it is nested in.</summary>
    public IEnumerable<string> Values => Scalars(Row);

    private static IEnumerable<string> Scalars(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Scalars(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Scalars),
        JsonValueKind.Null => [],
        _ => [element.ToString()],
    };
}

/// <summary>Who gave which answer, as the attacker believes. <paramref name="Pairs"/> are names and receipts.</summary>
public sealed record Guess(string Strategy, IReadOnlyList<(string Pupil, string Receipt)> Pairs);

/// <summary>
/// Somebody who has a dump of the whole database with the order and the transaction of every row, knows the names of the class and how the program
/// works, and tries to say who gave which answer: by a value that two rows share, as it is, hashed or keyed with any key that is in the dump; by
/// transactions that are the same or follow each other; and by laying what has an order beside what has an order. Written against the tables as they
/// are found and not against the code that fills them.
/// </summary>
public sealed class DumpAttack
{
    private readonly IReadOnlyList<DumpRow> _rows;
    private readonly IReadOnlyList<string> _names;
    private readonly List<DumpRow> _ballots;
    private readonly List<byte[]> _keys;

    private DumpAttack(IReadOnlyList<DumpRow> rows, IReadOnlyList<string> names)
    {
        (_rows, _names) = (rows, names);
        _ballots = [.. rows.Where(r => r.Table == "ballot")];
        _keys = [.. rows.Where(r => r.Table == "consultation_key").SelectMany(r => r.Values).Select(Bytes).OfType<byte[]>().Where(b => b.Length == 32)];
    }

    /// <summary>Reads every table there is.</summary>
    /// <param name="names">Those who were there, in an order that says nothing.</param>
    public static async Task<DumpAttack> OnAsync(NpgsqlDataSource database, IReadOnlyList<string> names)
    {
        var tables = new List<string>();
        await using (var command = database.CreateCommand("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }

        var rows = new List<DumpRow>();
        foreach (var table in tables)
        {
            await using var command = database.CreateCommand($"SELECT to_jsonb(t)::text, t.xmin::text::bigint, t.ctid::text FROM \"{table}\" t");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                rows.Add(new DumpRow(table, JsonDocument.Parse(reader.GetString(0)).RootElement, reader.GetInt64(1), Place(reader.GetString(2))));
            }
        }

        return new DumpAttack(rows, names);
    }

    public IEnumerable<Guess> Guesses()
    {
        foreach (var (source, pupils) in PupilOrders())
        {
            foreach (var (order, ballots) in BallotOrders())
            {
                yield return new Guess($"{source} × {order}", Pair(pupils, ballots));
                yield return new Guess($"{source} × {order}, backwards", Pair(pupils, Enumerable.Reverse(ballots)));
            }
        }

        foreach (var (source, pupils) in PupilRows())
        {
            yield return new Guess($"{source}: the next transaction", [.. pupils.Select(p => (p.Name, Receipt: Next(p.Row.Xmin))).Where(p => p.Receipt.Length > 0)]);
            yield return new Guess($"{source}: a shared value", [.. pupils.SelectMany(p => _ballots.Where(b => Shares(p.Row, b)).Select(b => (p.Name, ReceiptOf(b))))]);
        }

        yield return new Guess("the name itself, hashed", [.. _names.SelectMany(n => _ballots.Where(b => Derived(Encoding.UTF8.GetBytes(n)).Any(d => b.Values.Any(v => Same(v, d)))).Select(b => (n, ReceiptOf(b))))]);
    }

    /// <summary>Wherever names stand in an order: inside one value, and as rows by place and by transaction.</summary>
    private IEnumerable<(string Source, IReadOnlyList<string> Names)> PupilOrders()
    {
        foreach (var row in _rows)
        {
            var inside = row.Values.Where(_names.Contains).Distinct(StringComparer.Ordinal).ToList();
            if (inside.Count > 1)
            {
                yield return ($"list in {row.Table}", inside);
            }
        }

        foreach (var (source, pupils) in PupilRows())
        {
            yield return ($"{source} by place", [.. pupils.OrderBy(p => p.Row.Place).Select(p => p.Name)]);
            yield return ($"{source} by transaction", [.. pupils.OrderBy(p => p.Row.Xmin).ThenBy(p => p.Row.Place).Select(p => p.Name)]);
        }
    }

    /// <summary>Tables where a pupil has a row of their own.</summary>
    private IEnumerable<(string Source, IReadOnlyList<(string Name, DumpRow Row)> Pupils)> PupilRows() => _rows
        .Select(r => (Names: r.Values.Where(_names.Contains).Distinct(StringComparer.Ordinal).ToList(), Row: r))
        .Where(r => r.Names.Count == 1).GroupBy(r => r.Row.Table)
        .Select(g => (g.Key, (IReadOnlyList<(string, DumpRow)>)[.. g.Select(r => (r.Names[0], r.Row))]));

    /// <summary>Receipts in every order that the dump gives: of the ballots themselves, and of each table that leads to them.</summary>
    private IEnumerable<(string Order, IReadOnlyList<string> Receipts)> BallotOrders()
    {
        yield return ("ballots by place", [.. _ballots.OrderBy(b => b.Place).Select(ReceiptOf)]);
        yield return ("ballots by transaction", [.. _ballots.OrderBy(b => b.Xmin).ThenBy(b => b.Place).Select(ReceiptOf)]);
        foreach (var column in new[] { "id", "owner_tag", "record_key", "receipt" })
        {
            yield return ($"ballots by {column}", [.. _ballots.OrderBy(b => b.Row.GetProperty(column).ToString(), StringComparer.Ordinal).Select(ReceiptOf)]);
        }

        foreach (var table in _rows.Where(r => r.Table is "participation" or "ballot_cast" or "answer_draft").GroupBy(r => r.Table))
        {
            var led = table.Select(r => (Row: r, Ballot: _ballots.FirstOrDefault(b => LeadsTo(r, b)))).Where(l => l.Ballot is not null).ToList();
            if (led.Count > 1)
            {
                yield return ($"{table.Key} by place", [.. led.OrderBy(l => l.Row.Place).Select(l => ReceiptOf(l.Ballot!))]);
                yield return ($"{table.Key} by transaction", [.. led.OrderBy(l => l.Row.Xmin).Select(l => ReceiptOf(l.Ballot!))]);
            }
        }
    }

    private bool LeadsTo(DumpRow row, DumpRow ballot) => row.Row.TryGetProperty("receipt", out var receipt)
        ? receipt.GetString() == ReceiptOf(ballot)
        : Tag(row, ballot) || row.Xmin == ballot.Xmin && _ballots.Count(b => b.Xmin == row.Xmin) == 1;

    /// <summary>An id in the row makes the ballot's tag with some key of the dump, or plainly.</summary>
    private bool Tag(DumpRow row, DumpRow ballot) =>
        Bytes(ballot.Row.GetProperty("owner_tag").ToString()) is { } tag && row.Values.Any(v => Bytes(v) is { } id && Derived(id).Any(d => d.AsSpan().SequenceEqual(tag)));

    private bool Shares(DumpRow pupil, DumpRow ballot)
    {
        var common = new[] { ballot.Row.GetProperty("consultation_id").ToString(), "true", "false" };
        var values = ballot.Values.Where(v => v.Length > 3 && !common.Contains(v)).ToHashSet(StringComparer.Ordinal);
        return pupil.Values.Any(v => values.Contains(v) || Bytes(v) is { } bytes && !common.Contains(v) && Derived(bytes).Any(d => values.Any(known => Same(known, d))));
    }

    private IEnumerable<byte[]> Derived(byte[] value)
    {
        yield return value;
        yield return [.. value, .. new byte[16]];
        yield return SHA256.HashData(value);
        yield return SHA256.HashData(Encoding.ASCII.GetBytes(Convert.ToHexString(value)));
        foreach (var key in _keys)
        {
            yield return HMACSHA256.HashData(key, value);
        }
    }

    private string Next(long xmin) => _ballots.Where(b => b.Xmin >= xmin).OrderBy(b => b.Xmin).ThenBy(b => b.Place).Select(ReceiptOf).FirstOrDefault() ?? "";

    private static bool Same(string value, byte[] bytes) => Bytes(value) is { } known && known.AsSpan().SequenceEqual(bytes);

    private static IReadOnlyList<(string Pupil, string Receipt)> Pair(IEnumerable<string> pupils, IEnumerable<string> receipts) => [.. pupils.Zip(receipts)];

    private static string ReceiptOf(DumpRow ballot) => ballot.Row.GetProperty("receipt").GetString()!;

    /// <summary>A uuid in network order, or bytea as PostgreSQL writes it.</summary>
    private static byte[]? Bytes(string value) =>
        value.StartsWith("\\x", StringComparison.Ordinal) && value.Length % 2 == 0 ? Convert.FromHexString(value.AsSpan(2))
        : value.Length == 36 && Guid.TryParse(value, out var id) ? id.ToByteArray(bigEndian: true)
        : null;

    private static long Place(string ctid)
    {
        var parts = ctid.Trim('(', ')').Split(',');
        return (long.Parse(parts[0], CultureInfo.InvariantCulture) << 16) + long.Parse(parts[1], CultureInfo.InvariantCulture);
    }
}
