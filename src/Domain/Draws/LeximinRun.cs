namespace Medborgardialog.Domain.Draws;

/// <summary>One run of <see cref="Leximin"/>.</summary>
internal sealed class LeximinRun(Pool pool, ISolver solver, Action<LeximinProgress>? progress, CancellationToken enough, CancellationToken cancellation) : IDisposable
{
    /// <summary>A panel that is worth this little more than its price changes no probability that is shown.</summary>
    internal const double Improving = 1e-9;

    /// <summary>Where new prices lie between the best so far (1) and the newest (0).</summary>
    private const double Smoothing = 0.5;

    /// <summary>A group is fixed only when its price is not rounding noise beside the highest one.</summary>
    private const double ShareOfHighestPrice = 1e-3;

    private const int MostSpread = 100;

    private const int FewestRounded = 20;

    /// <summary>
    /// With one rounded panel to two groups the first floor is some hundredths of a percentage point from its bound, and each panel that is looked for
    /// by prices is then worth more than another rounded one (measured with 759 groups, 2,000 people and 200 seats).
    /// </summary>
    private const int GroupsToARounded = 2;

    private readonly PanelPricing _pricing = new(solver, pool);
    private readonly Dictionary<int, double> _fixed = [];
    private readonly HashSet<int> _free = [];
    private readonly List<LeximinLevel> _levels = [];
    private PanelMaster? _master;
    private PanelRelaxation? _relaxation;
    private double[] _weights = [];
    private bool _neverIsProven;
    private bool _hasRounded;

    public LeximinOutcome Solve()
    {
        var start = Cover();
        if (start.Count == 0)
        {
            return new LeximinOutcome.NoPanel();
        }

        var never = pool.Groups.Where(g => start.TrueForAll(p => p[g.Number] == 0)).ToList();
        _free.UnionWith(pool.Groups.Except(never).Select(g => g.Number));
        if (never.Count > 0)
        {
            _levels.Add(new LeximinLevel(0, _neverIsProven ? 0 : 1, never.Sum(g => g.Members.Count)));
        }

        _master = new PanelMaster(solver, pool, _free.Order());
        _relaxation = new PanelRelaxation(solver, pool, _free.Order());
        start.AddRange(Rounded());
        foreach (var panel in start.Concat(_hasRounded ? [] : Spread()))
        {
            _master.Add(panel);
        }

        while (_free.Count > 0)
        {
            Level();
        }

        // Panels that came after the last solution have no weight.
        return new LeximinOutcome.Found([.. _master.Panels], [.. _weights, .. new double[_master.Panels.Count - _weights.Length]], _levels);
    }

    public void Dispose()
    {
        _pricing.Dispose();
        _master?.Dispose();
        _relaxation?.Dispose();
    }

    /// <summary>
    /// Panels that together have people of every group that any panel can have; none when there is no panel. Not cut short when time is up, so that
    /// nobody is left out for want of time.
    /// </summary>
    private List<int[]> Cover()
    {
        List<int[]> panels = [];
        var missing = pool.Groups.Select(g => g.Number).ToHashSet();
        while (missing.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var priced = _pricing.Best([.. pool.Groups.Select(g => missing.Contains(g.Number) ? (double)g.Members.Count : 0)]);
            if (priced.Counts is not { } panel)
            {
                return priced.IsNone || panels.Count > 0 ? panels : throw new InvalidOperationException("The solver found no panel and no proof that there is none.");
            }

            panels.Add(panel);
            if (missing.RemoveWhere(g => panel[g] > 0) == 0)
            {
                _neverIsProven = priced.Worth < 1;
                break;
            }
        }

        return panels;
    }

    /// <summary>Panels to begin with where none could be rounded: whoever has been in one is wanted less in the next, by a fifth (multiplicative weights).</summary>
    private IEnumerable<int[]> Spread()
    {
        var wanted = Enumerable.Repeat(1.0, pool.Groups.Count).ToArray();
        for (var i = 0; i < Math.Min(MostSpread, 2 * pool.Groups.Count) && !enough.IsCancellationRequested; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_pricing.Best(wanted).Counts is not { } panel)
            {
                yield break;
            }

            foreach (var group in pool.Groups)
            {
                wanted[group.Number] *= Math.Pow(0.8, (double)panel[group.Number] / group.Most);
            }

            yield return panel;
        }
    }

    /// <summary>Panels around the averages that would be best if people could be divided.</summary>
    private IEnumerable<int[]> Rounded()
    {
        if (PanelRelaxation.Averages(solver, pool, _free, enough) is not { } averages)
        {
            yield break;
        }

        var (bound, people) = (_free.Min(g => averages[g] / pool.Groups[g].Members.Count), new int[pool.Groups.Count]);
        using var rounding = new PanelRounding(solver, pool, averages);
        for (var i = 0; i < FewestRounded + (pool.Groups.Count / GroupsToARounded) && !enough.IsCancellationRequested; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (rounding.Next() is not { } panel)
            {
                yield break;
            }

            _hasRounded = true;
            people = [.. people.Zip(panel, (sum, more) => sum + more)];

            // That of the panels so far when each is as likely.
            var floor = _free.Min(g => (double)people[g] / (i + 1) / pool.Groups[g].Members.Count);
            progress?.Invoke(new LeximinProgress(1, 0, pool.Groups.Count, i + 1, floor, Math.Max(floor, bound)));
            yield return panel;
        }
    }

    /// <summary>Raises the floor as far as it goes and fixes the groups that hold it down.</summary>
    private void Level()
    {
        var (bound, best) = Average();
        var searched = false;
        if (_relaxation!.Solve() is var (highest, proving, _) && highest < bound)
        {
            (bound, best, searched) = (highest, proving, true);
        }

        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_master!.Solve() is not var (floor, weights, prices, panelPrice))
            {
                Lost(bound);
                return;
            }

            _weights = weights;
            progress?.Invoke(new LeximinProgress(_levels.Count + 1, pool.Groups.Count - _free.Count, pool.Groups.Count, _master.Panels.Count, floor, Math.Max(floor, bound)));
            if (enough.IsCancellationRequested || bound - floor <= Improving)
            {
                Fix(floor, bound, bound - floor <= Leximin.Exact ? best : prices);
                return;
            }

            var added = false;
            foreach (var asked in searched ? [Between(best, prices), prices] : new[] { prices })
            {
                var priced = _pricing.Best(asked);
                if (BoundOf(priced) is var proven && proven < bound)
                {
                    (bound, best, searched) = (proven, priced.Prices, true);
                }

                if (priced.Counts is { } panel && Worth(panel, prices) > panelPrice + Improving && _master.Add(panel))
                {
                    added = true;
                    break;
                }
            }

            if (!added)
            {
                Fix(floor, bound, bound - floor <= Leximin.Exact ? best : prices);
                return;
            }
        }
    }

    /// <summary>
    /// What is known before any search: with one price for a person, every panel is worth its seats, so the floor is at most the average of what the fixed
    /// groups leave.
    /// </summary>
    private (double Bound, double[] Prices) Average()
    {
        var people = _free.Sum(g => pool.Groups[g].Members.Count);
        var left = pool.Input.Size - _fixed.Sum(f => f.Value * pool.Groups[f.Key].Members.Count);
        return (Math.Clamp(left / people, 0, 1), [.. pool.Groups.Select(g => (double)g.Members.Count / people)]);
    }

    private void Fix(double floor, double bound, double[] prices)
    {
        var done = AtTheFloor(_free, prices);
        foreach (var group in done)
        {
            // A hair below, so that the rounding of the solver never makes the steps before impossible.
            _fixed[group] = Math.Max(0, floor - Improving);
            _free.Remove(group);
            _master!.Fix(group, _fixed[group]);
            _relaxation!.Fix(group, _fixed[group]);
        }

        _levels.Add(new LeximinLevel(floor, Math.Max(floor, bound), done.Sum(g => pool.Groups[g].Members.Count)));
    }

    /// <summary>Those that the prices say hold the floor down: at least one.</summary>
    internal static List<int> AtTheFloor(IReadOnlyCollection<int> free, double[] prices)
    {
        var least = ShareOfHighestPrice * free.Max(g => prices[g]);
        return [.. free.Where(g => prices[g] >= least).Order()];
    }

    /// <summary>Where the solver gives up, the last distribution is kept, and the record says what is not proven of those who are left.</summary>
    private void Lost(double bound)
    {
        if (_weights.Length == 0)
        {
            throw new InvalidOperationException("The solver could not weigh the first panels.");
        }

        var floor = _free.Min(g => _weights.Select((w, j) => w * _master!.Panels[j][g]).Sum() / pool.Groups[g].Members.Count);
        _levels.Add(new LeximinLevel(floor, Math.Max(bound, floor + (2 * Leximin.Exact)), _free.Sum(g => pool.Groups[g].Members.Count)));
        _free.Clear();
    }

    private double BoundOf(PanelPricing.Priced priced)
    {
        var free = _free.Sum(g => priced.Prices[g]);
        return free > 0 ? (priced.Worth - _fixed.Sum(f => priced.Prices[f.Key] * f.Value)) / free : double.PositiveInfinity;
    }

    private double Worth(int[] panel, double[] prices) => pool.Groups.Sum(g => prices[g.Number] * panel[g.Number] / g.Members.Count);

    private static double[] Between(double[] best, double[] newest) => [.. best.Zip(newest, (b, n) => (Smoothing * b) + ((1 - Smoothing) * n))];
}
