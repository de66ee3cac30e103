using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Medborgardialog.Domain.Disclosure;

/// <summary>Numbers what is different, from 0 in the order it is first seen, and holds one copy of each.</summary>
internal sealed class Numbering<T>
    where T : unmanaged
{
    private readonly Dictionary<T[], int> _numbers = new(new SameContent());
    private readonly Dictionary<T[], int>.AlternateLookup<ReadOnlySpan<T>> _lookup;
    private readonly List<T[]> _all = [];

    public Numbering() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<T>>();

    public int Count => _all.Count;

    public ReadOnlySpan<T> this[int number] => _all[number];

    /// <summary>Its number, a new one the first time.</summary>
    public int Of(ReadOnlySpan<T> content)
    {
        if (!_lookup.TryGetValue(content, out var number))
        {
            number = _all.Count;
            _all.Add(content.ToArray());
            _numbers.Add(_all[number], number);
        }

        return number;
    }

    /// <summary>Its number; −1 for what has none.</summary>
    public int Find(ReadOnlySpan<T> content) => _lookup.TryGetValue(content, out var number) ? number : -1;

    private sealed class SameContent : IEqualityComparer<T[]>, IAlternateEqualityComparer<ReadOnlySpan<T>, T[]>
    {
        public bool Equals(T[]? x, T[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode([DisallowNull] T[] obj) => GetHashCode(obj.AsSpan());

        public bool Equals(ReadOnlySpan<T> alternate, T[] other) => alternate.SequenceEqual(other);

        // Seeded anew in each process: participants write what is numbered here, and could otherwise make it slow.
        public int GetHashCode(ReadOnlySpan<T> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(MemoryMarshal.AsBytes(alternate));
            return hash.ToHashCode();
        }

        public T[] Create(ReadOnlySpan<T> alternate) => alternate.ToArray();
    }
}
