using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Web.Pages.DidYouSay;

/// <summary>Which of the answers are shown: of a committee, in a state, from a year. What is unknown in an address is as if it were not there.</summary>
/// <param name="Committee">Address part; empty for all.</param>
/// <param name="Status">One of <see cref="Statuses"/>; empty for all.</param>
/// <param name="Year">When the committee answered; null for all.</param>
public sealed record AnswerFilter(string Committee, string Status, int? Year)
{
    /// <summary>Past its day and not done, whatever else is said of it.</summary>
    public const string Late = "Late";

    public static IReadOnlyList<string> Statuses { get; } = [.. Enum.GetNames<PointStatus>(), Late];

    public bool IsEmpty => Committee.Length == 0 && Status.Length == 0 && Year is null;

    public static AnswerFilter Of(string? committee, string? status, string? year, IReadOnlyList<AnswerRow> rows) => new(
        rows.FirstOrDefault(r => r.CommitteeSlug == committee)?.CommitteeSlug ?? "", Statuses.FirstOrDefault(s => s == status) ?? "",
        Years(rows).Select(y => (int?)y).FirstOrDefault(y => y.ToString() == year));

    public static IEnumerable<int> Years(IEnumerable<AnswerRow> rows) => rows.Select(r => r.PublishedAt.SwedishDate().Year).Distinct().OrderDescending();

    /// <summary>The rows that match, each with those of its points that do.</summary>
    public IReadOnlyList<AnswerRow> Choose(IEnumerable<AnswerRow> rows, DateOnly today) =>
    [
        .. rows.Where(r => (Committee.Length == 0 || r.CommitteeSlug == Committee) && (Year is null || r.PublishedAt.SwedishDate().Year == Year))
            .Select(r => r with { Points = [.. r.Points.Where(p => Has(p, today))] })
            .Where(r => r.Points.Count > 0 || Status.Length == 0),
    ];

    private bool Has(AnswerPoint point, DateOnly today) =>
        Status.Length == 0 || (Status == Late ? point.IsLateOn(today) : point.Status.ToString() == Status);
}
