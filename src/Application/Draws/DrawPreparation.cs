using System.Security.Cryptography;
using Medborgardialog.Application.Frames;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Draws;

namespace Medborgardialog.Application.Draws;

/// <summary>Something to mend in one of the two files.</summary>
/// <param name="Line">From 1; 0 when it is about the file as a whole.</param>
/// <param name="Code">Resource key; {0} is <paramref name="Text"/>, {1} <paramref name="Number"/>, {2} <paramref name="Limit"/>.</param>
/// <param name="Column">Heading of the column or name of the feature, where there is one.</param>
public sealed record DrawRowError(bool IsOfCategories, int Line, string Column, string Code, string Text, int Number = 0, int Limit = 0);

/// <summary>Two sound files, with numbers in place of people.</summary>
internal sealed record PreparedDraw(DrawInput Input, string Fingerprint, DrawFindings Findings, DrawKey Key, IReadOnlyList<(int Line, DrawContact Contact)> People);

/// <summary>
/// Makes the input of a draw out of the officers' files: everybody gets a number in an order that says nothing of the file's, and every shared household
/// one too, so that what is published holds neither names nor addresses. Who each number is stays with the officers.
/// </summary>
internal static class DrawPreparation
{
    private const int SaltBytes = 16;

    /// <param name="errors">Everything that is to be mended, in the order of the files.</param>
    /// <returns>Null when there are errors.</returns>
    public static PreparedDraw? Prepare(byte[] respondents, byte[] categories, PanelDrawSettings settings, out IReadOnlyList<DrawRowError> errors)
    {
        List<DrawFileProblem> unread = [];
        var columns = new DrawColumns(settings.IdColumn.Length > 0 ? settings.IdColumn : null, settings.Household);
        var (input, people, quotas) = DrawFiles.Read(respondents, categories, settings.Size, columns, unread);
        if (input is null)
        {
            errors = [.. unread.Select(Explain).OrderBy(e => !e.IsOfCategories).ThenBy(e => e.Line)];
            return null;
        }

        // Quotas that ask for too much are no fault of the files: what would help is computed, and people decide.
        errors = [.. InputCheck.Problems(input).Where(p => !p.IsOfQuotas).SelectMany(p => Explain(p, input, people, quotas)).OrderBy(e => !e.IsOfCategories).ThenBy(e => e.Line)];
        return errors.Count == 0 ? Number(input, people, Convert.ToHexStringLower(SHA256.HashData(respondents))) : null;
    }

    /// <summary>What can be told of an input before anything is solved.</summary>
    public static DrawFindings Findings(DrawInput input)
    {
        var pool = Pool.Of(input);
        var quotas = input.Categories.SelectMany((category, f) =>
        {
            var having = input.Candidates.CountBy(c => c.Values[f], StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
            return category.Quotas.Select(q => new QuotaFound(category.Feature, q.Value, q.Min, q.Max, having.GetValueOrDefault(q.Value)));
        });
        return new DrawFindings(
            input.Candidates.Count,
            pool.Kinds.Sum(k => k.Households.Count),
            pool.Groups.Count,
            input.Candidates.CountBy(c => string.Join('\t', c.Values), StringComparer.Ordinal).Count(c => c.Value == 1),
            [.. quotas]);
    }

    /// <summary>How many of each quota some people have, in the order of <see cref="DrawFindings.Quotas"/>.</summary>
    public static IReadOnlyList<int> Reached(DrawInput input, IEnumerable<string> people)
    {
        var sitting = people.ToHashSet(StringComparer.Ordinal);
        var panel = input.Candidates.Where(c => sitting.Contains(c.Id)).ToList();
        return [.. input.Categories.SelectMany((category, f) => category.Quotas.Select(q => panel.Count(c => c.Values[f] == q.Value)))];
    }

    private static PreparedDraw Number(DrawInput input, List<CsvRow> rows, string file)
    {
        // The first row is headings; people stand in the order of the rows.
        var order = Enumerable.Range(0, input.Candidates.Count).ToArray();
        RandomNumberGenerator.Shuffle<int>(order);
        var contacts = FrameColumns.Known(rows[0]);
        Dictionary<string, string> households = new(StringComparer.Ordinal);
        List<Candidate> candidates = [];
        List<(int, DrawContact)> people = [];
        foreach (var at in order)
        {
            var (candidate, row) = (input.Candidates[at], rows[at + 1]);
            var household = candidate.Household is not { } home ? null
                : households.TryGetValue(home, out var known) ? known
                : households[home] = FormattableString.Invariant($"H{households.Count + 1}");
            candidates.Add(new Candidate(FormattableString.Invariant($"{candidates.Count + 1}"), candidate.Values, household));
            people.Add((row.Line, ContactOf(contacts, row, candidate.Id)));
        }

        var numbered = input with { Candidates = candidates };
        var key = new DrawKey(file, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes)), [.. people.Select(p => p.Item1)]);
        return new PreparedDraw(numbered, numbered.Fingerprint(), Findings(numbered), key, people);
    }

    private static DrawContact ContactOf(FrameColumns columns, CsvRow row, string reference)
    {
        string Cell(FrameColumn column) => PlainText.Shorten(columns.Cell(row, column), 200);
        return new DrawContact(
            PlainText.Shorten(reference, 200), Cell(FrameColumn.Name), Cell(FrameColumn.Street), Cell(FrameColumn.PostalCode), Cell(FrameColumn.City), Cell(FrameColumn.Email), Cell(FrameColumn.Mobile));
    }

    private static DrawRowError Explain(DrawFileProblem problem) =>
        new(problem.IsOfCategories, problem.Line, "", $"draw.row.{problem.Kind}", problem.Text);

    private static IEnumerable<DrawRowError> Explain(InputProblem problem, DrawInput input, List<CsvRow> people, List<CsvRow> quotas)
    {
        var code = $"draw.row.{problem.Kind}";
        if (problem.Candidate.Length > 0 || problem.Kind == InputProblemKind.SameCandidateTwice)
        {
            var lines = input.Candidates.Index().Where(c => c.Item.Id == problem.Candidate).Select(c => people[c.Index + 1].Line);
            return (problem.Kind == InputProblemKind.SameCandidateTwice ? lines.Skip(1) : lines)
                .Select(line => new DrawRowError(false, line, problem.Feature, code, problem.Value.Length > 0 ? problem.Value : problem.Candidate, problem.Number, problem.Limit));
        }

        if (problem.Feature.Length == 0 && problem.Value.Length == 0 && problem.Kind is not (InputProblemKind.UnfitText or InputProblemKind.SameFeatureTwice))
        {
            return [new DrawRowError(false, 0, "", code, "", problem.Number, problem.Limit)];
        }

        var (feature, value) = DrawFiles.QuotaColumns(quotas[0]);
        var line = quotas.Skip(1).LastOrDefault(r =>
            DrawFiles.Cell(r, feature) == problem.Feature && (problem.Value.Length == 0 || problem.Value == problem.Feature || DrawFiles.Cell(r, value) == problem.Value))?.Line ?? 0;
        return [new DrawRowError(true, line, problem.Feature, code, problem.Value.Length > 0 ? problem.Value : problem.Feature, problem.Number, problem.Limit)];
    }
}
