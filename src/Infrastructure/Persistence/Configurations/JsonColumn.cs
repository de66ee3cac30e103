using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medborgardialog.Infrastructure.Persistence.Configurations;

/// <summary>Keeps a list of values, or one value, in one <c>jsonb</c> column. For data that is always read and written as a whole.</summary>
internal static class JsonColumn
{
    public static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,

        // jsonb puts the shortest name first, so what says which kind of value it is may come later.
        AllowOutOfOrderMetadataProperties = true,
    };

    public static PropertyBuilder<IReadOnlyList<T>> IsJson<T>(this PropertyBuilder<IReadOnlyList<T>> property) =>
        property
            .HasColumnType("jsonb")
            .HasConversion(
                list => JsonSerializer.Serialize(list, Options),
                json => JsonSerializer.Deserialize<List<T>>(json, Options)!,
                new ValueComparer<IReadOnlyList<T>>(
                    (a, b) => a!.SequenceEqual(b!),
                    list => list.Count,
                    list => list.ToList()));

    /// <summary>Texts by key; empty for none.</summary>
    public static PropertyBuilder<IReadOnlyDictionary<string, string>> IsJsonMap(this PropertyBuilder<IReadOnlyDictionary<string, string>> property) =>
        property
            .HasColumnType("jsonb")
            .HasDefaultValueSql("'{}'::jsonb")
            .HasConversion(
                map => JsonSerializer.Serialize(map, Options),
                json => JsonSerializer.Deserialize<Dictionary<string, string>>(json, Options)!,
                new ValueComparer<IReadOnlyDictionary<string, string>>(
                    (a, b) => a!.Count == b!.Count && a.All(p => b.ContainsKey(p.Key) && b[p.Key] == p.Value),
                    map => map.Count,
                    map => map.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal)));

    /// <summary>One value, or null. Equal when it is written the same.</summary>
    public static PropertyBuilder<T?> IsJsonValue<T>(this PropertyBuilder<T?> property)
        where T : class =>
        property
            .HasColumnType("jsonb")
            .HasConversion(
                value => value == null ? null : JsonSerializer.Serialize(value, Options),
                json => json == null ? null : JsonSerializer.Deserialize<T>(json, Options),
                new ValueComparer<T?>(
                    (a, b) => JsonSerializer.Serialize(a, Options) == JsonSerializer.Serialize(b, Options),
                    value => value == null ? 0 : 1,
                    value => value));
}
