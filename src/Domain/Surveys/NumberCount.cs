using System.Globalization;
using Medborgardialog.Domain.Disclosure;

namespace Medborgardialog.Domain.Surveys;

/// <summary>The numbers that a question was answered with, and how many gave each.</summary>
internal sealed class NumberCount
{
    private readonly SortedDictionary<decimal, int> _persons = [];

    /// <param name="answers">Numbers as they are stored, with a decimal point; empty texts are no numbers.</param>
    public NumberCount(IEnumerable<(string Text, int Persons)> answers)
    {
        foreach (var (text, persons) in answers.Where(a => a.Text.Length > 0))
        {
            var number = decimal.Parse(text, CultureInfo.InvariantCulture);
            _persons[number] = _persons.GetValueOrDefault(number) + persons;
            Count += persons;
        }
    }

    /// <summary>Persons.</summary>
    public int Count { get; }

    /// <summary>In the unit of the question, not rounded. There must be a number.</summary>
    public decimal Mean => _persons.Sum(n => n.Key * n.Value) / Count;

    /// <summary>Half gave this or less; the mean of the two in the middle. There must be a number.</summary>
    public decimal Median => (At((Count - 1) / 2) + At(Count / 2)) / 2;

    /// <summary>At least K, and as for choices: where nearly all gave the same number, to tell the mean is to tell what each of them said.</summary>
    public bool MayBeTold(ProtectionLimits limits) => Count >= limits.SmallestGroup && Count - _persons.Values.Max() >= limits.LeastOutside;

    /// <summary>In rising order, from 0.</summary>
    private decimal At(int place)
    {
        foreach (var (number, persons) in _persons)
        {
            if (place < persons)
            {
                return number;
            }

            place -= persons;
        }

        throw new ArgumentOutOfRangeException(nameof(place));
    }
}
