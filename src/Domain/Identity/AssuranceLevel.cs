namespace Medborgardialog.Domain.Identity;

/// <summary>How sure we are who someone is, lowest first.</summary>
public enum AssuranceLevel
{
    None = 0,
    Email = 1,
    LetterCode = 2,
    EId = 3,
}
