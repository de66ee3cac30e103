using System.Security.Cryptography;
using System.Text;

namespace Medborgardialog.Domain.Draws;

/// <summary>Somebody who has said yes to being drawn.</summary>
/// <param name="Id">Unique in the list; a number on a list rather than a name, since what a draw is run from is published.</param>
/// <param name="Values">One value for each category, in the order of <see cref="DrawInput.Categories"/>.</param>
/// <param name="Household">Those with the same key are never drawn together. Null for somebody who shares no household with another in the list.</param>
public sealed record Candidate(string Id, IReadOnlyList<string> Values, string? Household = null);

/// <summary>How many of a panel shall have a value.</summary>
/// <param name="Min">0 or more.</param>
/// <param name="Max">Min or more; may exceed the size of the panel.</param>
public sealed record Quota(string Value, int Min, int Max);

/// <summary>A feature that the panel is spread over, such as age, with all its values. Every candidate has exactly one of them.</summary>
public sealed record QuotaCategory(string Feature, IReadOnlyList<Quota> Quotas);

/// <summary>All that decides who can be drawn to a panel and how likely that is. What it is must be frozen and published before the seed is known.</summary>
/// <param name="Size">k, the number of seats.</param>
/// <param name="Categories">None or more; without any, everybody is as likely.</param>
public sealed record DrawInput(int Size, IReadOnlyList<QuotaCategory> Categories, IReadOnlyList<Candidate> Candidates)
{
    /// <summary>SHA-256 of <see cref="Canonical"/> in UTF-8, 64 hexadecimal digits in lower case.</summary>
    public string Fingerprint() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical())));

    /// <summary>
    /// The same text whatever the order of files, columns and rows. Lines end with a line feed, fields are separated by tabs, which no field can contain
    /// (<see cref="InputCheck"/>):
    /// <code>
    /// panel-draw-input 1
    /// size      20
    /// quota     age   18-29   3   5          every value of every category, sorted by feature and value
    /// feature   age   gender                 the features, sorted
    /// person    R1    18-29   woman   H7     sorted by id; values in the order of the features; last the household, empty when none
    /// </code>
    /// Sorting is by UTF-16 code unit (ordinal).
    /// </summary>
    public string Canonical()
    {
        var input = Sorted();
        var text = new StringBuilder("panel-draw-input 1\n");
        Line(text, ["size", Number(Size)]);
        foreach (var category in input.Categories)
        {
            foreach (var quota in category.Quotas)
            {
                Line(text, ["quota", category.Feature, quota.Value, Number(quota.Min), Number(quota.Max)]);
            }
        }

        Line(text, ["feature", .. input.Categories.Select(c => c.Feature)]);
        foreach (var candidate in input.Candidates)
        {
            Line(text, ["person", candidate.Id, .. candidate.Values, candidate.Household ?? ""]);
        }

        return text.ToString();
    }

    /// <summary>The same input in the canonical order, in which all that follows is done. It must have passed <see cref="InputCheck"/>.</summary>
    public DrawInput Sorted()
    {
        int[] order = [.. Enumerable.Range(0, Categories.Count).OrderBy(i => Categories[i].Feature, StringComparer.Ordinal)];
        return new DrawInput(
            Size,
            [.. order.Select(i => Categories[i] with { Quotas = [.. Categories[i].Quotas.OrderBy(q => q.Value, StringComparer.Ordinal)] })],
            [.. Candidates.OrderBy(c => c.Id, StringComparer.Ordinal).Select(c => c with { Values = [.. order.Select(i => c.Values[i])] })]);
    }

    internal static string Number(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    internal static void Line(StringBuilder text, IEnumerable<string> fields) => text.AppendJoin('\t', fields).Append('\n');
}
