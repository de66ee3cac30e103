namespace Medborgardialog.Domain.Statistics;

/// <summary>The five groups of exit, voice and loyalty; each respondent is in exactly one (ux 10.3).</summary>
public enum LoopGroup
{
    /// <summary>Byter.</summary>
    Leaving = 1,

    /// <summary>Stannar gärna.</summary>
    Attached = 2,

    /// <summary>Säger till.</summary>
    Voicing = 3,

    /// <summary>Sitter fast.</summary>
    Captive = 4,

    /// <summary>Tyst.</summary>
    Silent = 5,
}

/// <summary>What one respondent said; null where the question was left, answered with "vet inte" or never asked.</summary>
public sealed record LoopAnswers(bool? Leaves, bool? Satisfied, bool? ChooseAgain, bool? Told, bool? HasAlternative);

/// <summary>
/// Puts respondents into the groups of ux 10.3, after Hirschman's exit, voice and loyalty (1970) with loyalty parted into attached and
/// captive, and silence (Rusbult's neglect, 1982) as a group of its own.
/// </summary>
public static class LoopGroups
{
    /// <summary>
    /// The first that fits, in the fixed order: leaves; satisfied and would choose again; has told; sees no alternative; has one. Who does
    /// not know of an alternative has none to go to. Who did not say whether they are satisfied, or whether they would choose again
    /// when that decides, has no group and is in no base; who did not say whether they told counts as not having told.
    /// </summary>
    public static LoopGroup? Of(LoopAnswers answers)
    {
        if (answers.Leaves == true)
        {
            return LoopGroup.Leaving;
        }

        if (answers.Satisfied is null || answers is { Satisfied: true, ChooseAgain: null })
        {
            return null;
        }

        return answers is { Satisfied: true, ChooseAgain: true } ? LoopGroup.Attached
            : answers.Told == true ? LoopGroup.Voicing
            : answers.HasAlternative == true ? LoopGroup.Silent
            : LoopGroup.Captive;
    }
}
