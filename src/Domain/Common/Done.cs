namespace Medborgardialog.Domain.Common;

/// <summary>Success with nothing to tell.</summary>
public readonly record struct Done
{
    public static Done Value => default;
}
