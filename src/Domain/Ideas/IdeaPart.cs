namespace Medborgardialog.Domain.Ideas;

/// <summary>What is filled in about an idea or a step of it; the field that an error belongs to.</summary>
public enum IdeaPart
{
    Title = 1,
    Text = 2,

    /// <summary>Where it is about, in the sender's words.</summary>
    Place = 3,

    /// <summary>What everyone reads about a step; the reason for a step back and for a decision.</summary>
    Words = 4,
    For = 5,
    Against = 6,

    /// <summary>Who from outside the unit has looked at it.</summary>
    Outside = 7,

    /// <summary>Nytta.</summary>
    Use = 8,
    Cost = 9,

    /// <summary>Who would be responsible.</summary>
    Responsible = 10,
    Decision = 11,
    NextDay = 12,
}
