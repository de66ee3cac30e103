using System.Numerics;

namespace Medborgardialog.Application.Tests.Draws;

/// <summary>An exact fraction, so that what the leximin is compared with has no rounding at all.</summary>
internal readonly record struct Fraction : IComparable<Fraction>
{
    private readonly BigInteger _below;

    public Fraction(BigInteger above, BigInteger below)
    {
        var divisor = BigInteger.GreatestCommonDivisor(above, below) * below.Sign;
        (Above, _below) = (above / divisor, below / divisor);
    }

    private BigInteger Above { get; }

    private BigInteger Below => _below.IsZero ? 1 : _below;

    public bool IsZero => Above.IsZero;

    public int Sign => Above.Sign;

    public static implicit operator Fraction(int whole) => new(whole, 1);

    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;

    public static Fraction operator +(Fraction a, Fraction b) => new((a.Above * b.Below) + (b.Above * a.Below), a.Below * b.Below);

    public static Fraction operator -(Fraction a, Fraction b) => new((a.Above * b.Below) - (b.Above * a.Below), a.Below * b.Below);

    public static Fraction operator -(Fraction a) => new(-a.Above, a.Below);

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Above * b.Above, a.Below * b.Below);

    public static Fraction operator /(Fraction a, Fraction b) => new(a.Above * b.Below, a.Below * b.Above);

    public int CompareTo(Fraction other) => (Above * other.Below).CompareTo(other.Above * Below);

    public double Value() => (double)Above / (double)Below;
}
