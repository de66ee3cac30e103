namespace Medborgardialog.Domain.Draws;

/// <summary>What is wrong with what a draw was to be run from. The sentences for people belong to whoever asks.</summary>
public enum InputProblemKind
{
    /// <summary>The panel has no seats.</summary>
    NoSeats,

    /// <summary>A feature, value, id or household is empty or has a control character such as a tab; Value is the text.</summary>
    UnfitText,

    /// <summary>Two categories have the same feature.</summary>
    SameFeatureTwice,

    /// <summary>A value stands twice in its category.</summary>
    SameValueTwice,

    /// <summary>Min is negative, or Max is below Min: Number and Limit.</summary>
    QuotaTurnedAround,

    /// <summary>Two candidates have the same id.</summary>
    SameCandidateTwice,

    /// <summary>A candidate has Number values while there are Limit categories.</summary>
    WrongNumberOfValues,

    /// <summary>A candidate has a value that the category does not know.</summary>
    UnknownValue,

    /// <summary>Number candidates for Limit seats.</summary>
    FewerCandidatesThanSeats,

    /// <summary>Number households for Limit seats, with at most one person of each.</summary>
    FewerHouseholdsThanSeats,

    /// <summary>The lowest numbers of a category add up to Number, above the Limit seats.</summary>
    MinimaAboveSeats,

    /// <summary>The highest numbers of a category add up to Number, below the Limit seats.</summary>
    MaximaBelowSeats,

    /// <summary>Number candidates have the value, while at least Limit must be drawn.</summary>
    TooFewWithValue,
}

/// <param name="Feature">The category, where there is one.</param>
/// <param name="Value">The value, where there is one.</param>
/// <param name="Candidate">The id, where it is about one person.</param>
public sealed record InputProblem(InputProblemKind Kind, string Feature = "", string Value = "", string Candidate = "", int Number = 0, int Limit = 0)
{
    /// <summary>True when the texts are sound and only the quotas ask for too much; <see cref="QuotaRelaxation"/> then knows what would help.</summary>
    public bool IsOfQuotas => Kind is InputProblemKind.MinimaAboveSeats or InputProblemKind.MaximaBelowSeats or InputProblemKind.TooFewWithValue;
}

/// <summary>
/// What can be said of an input without solving anything. An input without problems may still have no panel, when its quotas contradict each other
/// together.
/// </summary>
public static class InputCheck
{
    /// <returns>Every problem, those of the categories first; empty when sound. Quotas are compared with the people only when all else is sound.</returns>
    public static IReadOnlyList<InputProblem> Problems(DrawInput input)
    {
        List<InputProblem> problems = [.. OfSeats(input), .. OfCategories(input), .. OfCandidates(input)];
        return problems.Count > 0 ? problems : [.. OfNumbers(input)];
    }

    private static IEnumerable<InputProblem> OfSeats(DrawInput input)
    {
        if (input.Size < 1)
        {
            yield return new InputProblem(InputProblemKind.NoSeats);
        }
    }

    private static IEnumerable<InputProblem> OfCategories(DrawInput input)
    {
        foreach (var feature in Repeated(input.Categories.Select(c => c.Feature)))
        {
            yield return new InputProblem(InputProblemKind.SameFeatureTwice, feature);
        }

        foreach (var category in input.Categories)
        {
            foreach (var text in category.Quotas.Select(q => q.Value).Prepend(category.Feature).Where(Unfit))
            {
                yield return new InputProblem(InputProblemKind.UnfitText, category.Feature, text);
            }

            foreach (var value in Repeated(category.Quotas.Select(q => q.Value)))
            {
                yield return new InputProblem(InputProblemKind.SameValueTwice, category.Feature, value);
            }

            foreach (var quota in category.Quotas.Where(q => q.Min < 0 || q.Max < q.Min))
            {
                yield return new InputProblem(InputProblemKind.QuotaTurnedAround, category.Feature, quota.Value, Number: quota.Min, Limit: quota.Max);
            }
        }
    }

    private static IEnumerable<InputProblem> OfCandidates(DrawInput input)
    {
        foreach (var id in Repeated(input.Candidates.Select(c => c.Id)))
        {
            yield return new InputProblem(InputProblemKind.SameCandidateTwice, Candidate: id);
        }

        HashSet<string>[] known = [.. input.Categories.Select(c => c.Quotas.Select(q => q.Value).ToHashSet(StringComparer.Ordinal))];
        foreach (var candidate in input.Candidates)
        {
            if (Unfit(candidate.Id) || (candidate.Household is { } household && Unfit(household)))
            {
                yield return new InputProblem(InputProblemKind.UnfitText, Value: Unfit(candidate.Id) ? candidate.Id : candidate.Household!, Candidate: candidate.Id);
            }

            if (candidate.Values.Count != known.Length)
            {
                yield return new InputProblem(InputProblemKind.WrongNumberOfValues, Candidate: candidate.Id, Number: candidate.Values.Count, Limit: known.Length);
                continue;
            }

            for (var i = 0; i < known.Length; i++)
            {
                if (!known[i].Contains(candidate.Values[i]))
                {
                    yield return new InputProblem(InputProblemKind.UnknownValue, input.Categories[i].Feature, candidate.Values[i], candidate.Id);
                }
            }
        }
    }

    private static IEnumerable<InputProblem> OfNumbers(DrawInput input)
    {
        var households = input.Candidates.Count(c => c.Household is null) + input.Candidates.Where(c => c.Household is not null).DistinctBy(c => c.Household, StringComparer.Ordinal).Count();
        if (input.Candidates.Count < input.Size)
        {
            yield return new InputProblem(InputProblemKind.FewerCandidatesThanSeats, Number: input.Candidates.Count, Limit: input.Size);
        }
        else if (households < input.Size)
        {
            yield return new InputProblem(InputProblemKind.FewerHouseholdsThanSeats, Number: households, Limit: input.Size);
        }

        for (var i = 0; i < input.Categories.Count; i++)
        {
            var category = input.Categories[i];
            var (least, most) = (category.Quotas.Sum(q => (long)q.Min), category.Quotas.Sum(q => (long)q.Max));
            if (least > input.Size)
            {
                yield return new InputProblem(InputProblemKind.MinimaAboveSeats, category.Feature, Number: (int)Math.Min(least, int.MaxValue), Limit: input.Size);
            }

            if (most < input.Size)
            {
                yield return new InputProblem(InputProblemKind.MaximaBelowSeats, category.Feature, Number: (int)most, Limit: input.Size);
            }

            var having = input.Candidates.CountBy(c => c.Values[i], StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
            foreach (var quota in category.Quotas.Where(q => having.GetValueOrDefault(q.Value) < q.Min))
            {
                yield return new InputProblem(InputProblemKind.TooFewWithValue, category.Feature, quota.Value, Number: having.GetValueOrDefault(quota.Value), Limit: quota.Min);
            }
        }
    }

    private static bool Unfit(string text) => text.Length == 0 || text.Any(char.IsControl);

    private static IEnumerable<string> Repeated(IEnumerable<string> texts) => texts.CountBy(t => t, StringComparer.Ordinal).Where(t => t.Value > 1).Select(t => t.Key);
}
