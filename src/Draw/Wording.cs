using System.Globalization;
using Medborgardialog.Application.Draws;
using Medborgardialog.Domain.Draws;

namespace Medborgardialog.Draw;

/// <summary>Swedish sentences about draws.</summary>
internal static class Wording
{
    private const int MostSteps = 10;

    public static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    public static string Percent(double share, int decimals = 2) => (100 * share).ToString($"F{decimals}", Swedish) + " %";

    public static string Of(DrawFileProblem problem)
    {
        var file = problem.IsOfCategories ? "Kvoterna" : "De svarande";
        var place = problem.Line > 0 ? $"{file}, rad {problem.Line}" : file;
        return problem.Kind switch
        {
            DrawFileProblemKind.NotATable => $"{place}: filen är tom, för stor eller ingen textfil.",
            DrawFileProblemKind.NoColumn => $"{place}: kolumnen {problem.Text} saknas.",
            DrawFileProblemKind.NotANumber => $"{place}: ”{problem.Text}” är inget heltal från 0.",
            _ => $"{place}: hushållet är bara delvis ifyllt.",
        };
    }

    public static string Of(InputProblem problem) => problem.Kind switch
    {
        InputProblemKind.NoSeats => "Panelen har inga platser.",
        InputProblemKind.UnfitText => $"{Where(problem)}”{problem.Value}” är tomt eller innehåller tecken som inte syns.",
        InputProblemKind.SameFeatureTwice => $"{Where(problem)}egenskapen finns två gånger.",
        InputProblemKind.SameValueTwice => $"{Where(problem)}värdet finns två gånger.",
        InputProblemKind.QuotaTurnedAround => $"{Where(problem)}minst {problem.Number} och högst {problem.Limit} går inte ihop.",
        InputProblemKind.SameCandidateTwice => $"{Where(problem)}numret finns två gånger.",
        InputProblemKind.WrongNumberOfValues => $"{Where(problem)}{problem.Number} värden för {problem.Limit} egenskaper.",
        InputProblemKind.UnknownValue => $"{Where(problem)}”{problem.Value}” finns inte bland kvoterna.",
        InputProblemKind.FewerCandidatesThanSeats => $"{problem.Number} svarande räcker inte till {problem.Limit} platser.",
        InputProblemKind.FewerHouseholdsThanSeats => $"{problem.Number} hushåll räcker inte till {problem.Limit} platser med högst en person från varje.",
        InputProblemKind.MinimaAboveSeats => $"{Where(problem)}minst {problem.Number} sammanlagt, men bara {problem.Limit} platser.",
        InputProblemKind.MaximaBelowSeats => $"{Where(problem)}högst {problem.Number} sammanlagt, men {problem.Limit} platser.",
        _ => $"{Where(problem)}minst {problem.Limit} ska lottas, men bara {problem.Number} finns.",
    };

    public static string Of(QuotaChange change) =>
        $"{change.Feature}, {change.Now.Value}: från {change.Now.Min}–{change.Now.Max} till {change.Then.Min}–{change.Then.Max}.";

    public static string Of(LeximinProgress progress) =>
        $"Steg {progress.Level}, {progress.Fixed} av {progress.Groups} grupper klara, {progress.Panels} paneler. Lägsta sannolikhet i steget {Percent(progress.Value)}, högst {Percent(progress.Bound)}.";

    /// <summary>How many people have which probability, the lowest first; at most ten lines.</summary>
    public static IEnumerable<string> Chances(Pool pool, IReadOnlyList<GroupChance> chances)
    {
        var steps = chances.GroupBy(c => Percent(c.Probability)).Select(s => (s.Key, Lowest: s.Min(c => c.Probability), People: s.Sum(c => pool.Groups[c.Group].Members.Count))).OrderBy(s => s.Lowest).ToList();
        var shown = steps.Count <= MostSteps ? steps : [.. steps.Take(MostSteps / 2), .. steps.TakeLast(MostSteps / 2)];
        foreach (var (step, i) in shown.Select((s, i) => (s, i)))
        {
            if (steps.Count > MostSteps && i == MostSteps / 2)
            {
                yield return $"  … ({steps.Count - MostSteps} steg till, se sannolikheter.csv)";
            }

            yield return $"  {step.Key} för {step.People} svarande";
        }
    }

    private static string Where(InputProblem problem)
    {
        string[] parts =
        [
            .. new[]
            {
                problem.Candidate.Length > 0 ? $"Svarande {problem.Candidate}" : "",
                problem.Feature,
                problem.Kind is InputProblemKind.UnfitText or InputProblemKind.UnknownValue ? "" : problem.Value,
            }.Where(p => p.Length > 0),
        ];
        return parts.Length == 0 ? "" : string.Join(", ", parts) + ": ";
    }
}
