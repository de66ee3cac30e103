namespace Medborgardialog.Domain.Tests.Disclosure;

/// <summary>Whole numbers known between bounds, and sums of them; narrowed until nothing changes.</summary>
internal sealed class Bounds
{
    private readonly List<int> _low = [];
    private readonly List<int> _high = [];
    private readonly List<(int Total, int[] Parts)> _sums = [];

    public int Add(int low, int high)
    {
        _low.Add(low);
        _high.Add(high);
        return _low.Count - 1;
    }

    public void AddSum(int total, IEnumerable<int> parts) => _sums.Add((total, [.. parts]));

    public (int Low, int High) Of(int number) => (_low[number], _high[number]);

    public void Narrow()
    {
        for (var (again, rounds) = (true, 0); again && rounds < 200; rounds++)
        {
            again = false;
            foreach (var (total, parts) in _sums)
            {
                again |= Narrow(total, parts);
            }
        }
    }

    private bool Narrow(int total, int[] parts)
    {
        var (low, high) = (0, 0);
        foreach (var part in parts)
        {
            low += _low[part];
            high += _high[part];
        }

        var changed = Set(total, low, high);
        foreach (var part in parts)
        {
            changed |= Set(part, _low[total] - (high - _high[part]), _high[total] - (low - _low[part]));
        }

        return changed;
    }

    private bool Set(int number, int low, int high)
    {
        var changed = low > _low[number] || high < _high[number];
        _low[number] = Math.Max(_low[number], low);
        _high[number] = Math.Min(_high[number], high);
        return changed;
    }
}
