using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Organisation;

/// <summary>One cell of the population table: how many people of one group live in the municipality.</summary>
public sealed class Population : Entity
{
    private Population()
    {
    }

    /// <param name="variable"><c>age</c> or <c>area</c>.</param>
    /// <param name="category">The group, for example "16–24" or "Centrum".</param>
    /// <param name="order">Position of the group within its variable, from 0.</param>
    /// <param name="count">Persons, 0 or more.</param>
    /// <param name="source">Where the figure comes from and its year; printed beside every comparison.</param>
    public Population(string variable, string category, int order, int count, string source)
    {
        Variable = variable;
        Category = category;
        Order = order;
        Count = count;
        Source = source;
    }

    public string Variable { get; private set; } = "";

    public string Category { get; private set; } = "";

    public int Order { get; private set; }

    public int Count { get; private set; }

    public string Source { get; private set; } = "";
}
