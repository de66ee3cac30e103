namespace Medborgardialog.Domain.Disclosure;

/// <summary>Why something is not shown. A page has a sentence for each.</summary>
public enum Withheld
{
    /// <summary>Fewer than K answers, or fewer than two groups of K persons (rules R9 and R11).</summary>
    TooFew,

    /// <summary>Nearly all in a group gave the same answer (rules R15 and R16), or were led to the same question.</summary>
    TooAlike,

    /// <summary>The groups beside those of an earlier variable would set apart fewer than K persons (rule R12).</summary>
    DifferenceAudit,

    /// <summary>A count, or somebody's answer, could be worked out from the rounded counts and the headline (rule R14).</summary>
    IntervalAudit,
}

/// <summary>What may be published of one survey: no more than this leaves the gate. All counts are persons.</summary>
/// <param name="Answers">Exact; null when there are fewer than K, and then everything below is withheld.</param>
public sealed record ProtectedSurvey(
    int? Answers, ProtectionLimits Limits, IReadOnlyList<PublishedVariable> Variables, IReadOnlyList<PublishedQuestion> Questions);

/// <summary>Who answered, by one background variable.</summary>
/// <param name="Groups">Merged, with rounded sizes; they cover every respondent. Empty when withheld.</param>
public sealed record PublishedVariable(string Key, IReadOnlyList<PublishedGroup> Groups, Withheld? Reason);

/// <param name="Tables">One for each declared variable, in that order.</param>
public sealed record PublishedQuestion(string Key, PublishedHeadline Headline, IReadOnlyList<PublishedTable> Tables);

/// <summary>The answers of all, exact (rule R9), or top-coded in a closed population (rule R16).</summary>
/// <param name="Base">Those who answered the question; null when withheld.</param>
/// <param name="Choices">In the order of the question. Empty when there are too few answers.</param>
/// <param name="Reason">Null when every count is shown.</param>
public sealed record PublishedHeadline(int? Base, IReadOnlyList<PublishedChoice> Choices, Withheld? Reason);

/// <param name="Count">Exact; null when top-coded or hidden by the top-coding of another choice.</param>
/// <param name="AtLeastPercent">Rule R16, "minst q procent" of the base, a multiple of 5 from 0 to 95; null where the count is shown.</param>
public sealed record PublishedChoice(string Key, int? Count, int? AtLeastPercent);

/// <summary>One question by one variable.</summary>
/// <param name="RoundingBase">Base of the counts of answers. The sizes of the groups always have the base of the limits.</param>
/// <param name="Columns">Keys of the choices in each column; more than one is "övriga svar". Empty when the table is withheld.</param>
/// <param name="Rows">Groups of the published variable, or unions of them, that cover the base of the question.</param>
public sealed record PublishedTable(
    string Variable, int RoundingBase, IReadOnlyList<IReadOnlyList<string>> Columns, IReadOnlyList<PublishedRow> Rows, Withheld? Reason);

/// <param name="Names">Categories of the group; the empty name is those who did not say.</param>
/// <param name="Size">Members in the base of the question, rounded.</param>
/// <param name="Counts">Rounded, by column; with several columns to a person they do not sum to the size. Empty when the row is hidden.</param>
/// <param name="Reason">Null when shown; <see cref="Withheld.TooAlike"/> when only the size is.</param>
public sealed record PublishedRow(IReadOnlyList<string> Names, int Size, IReadOnlyList<int> Counts, Withheld? Reason);
