using System.Globalization;
using System.Text;
using Medborgardialog.Application.Evidence;
using Medborgardialog.Domain.Evidence;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>
/// What home care's own records say in the demo, month by month for a year; invented, and the same each time. One unit shows quiet discontent:
/// at Hemtjänst Söder more and more users leave while fewer and fewer say anything, and those who do are seldom answered.
/// </summary>
internal static class LedgerContent
{
    private const int Months = 12;

    private static readonly Unit[] _units =
    [
        new("Hemtjänst Norr", 210, [1, 2, 1, 1, 2, 1, 1, 1, 2, 1, 1, 1], [8, 7, 9, 8, 6, 7, 8, 9, 7, 8, 7, 8], Answered: 80, InTime: 70, Days: 5, "Exempelomsorg"),
        new("Hemtjänst Söder", 185, [1, 1, 2, 1, 2, 2, 3, 3, 4, 4, 5, 6], [6, 6, 5, 6, 5, 5, 4, 4, 4, 3, 3, 3], Answered: 45, InTime: 30, Days: 17, "Provlyckan"),
        new("Exempelomsorg", 96, [1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1], [3, 4, 3, 2, 3, 4, 3, 3, 2, 3, 4, 3], Answered: 70, InTime: 60, Days: 6, "Hemtjänst Norr"),
        new("Provlyckan", 58, [0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0], [2, 1, 2, 1, 1, 2, 1, 2, 1, 1, 2, 1], Answered: 75, InTime: 75, Days: 4, "Exempelomsorg"),
        new("Kooperativet Testbacken", 14, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0], Answered: 100, InTime: 100, Days: 2, "Provlyckan"),
    ];

    private static readonly string[] _reasons = ["ville ha samma personal", "tiderna passade inte", "språk", "inget skäl angivet"];

    /// <summary>The file of switches.</summary>
    /// <param name="last">A day in the last month.</param>
    public static string Switching(DateOnly last)
    {
        var file = new StringBuilder(LedgerColumns.Header(EvidenceSourceKind.Switching)).AppendLine();
        for (var month = 0; month < Months; month++)
        {
            foreach (var unit in _units)
            {
                var (period, users) = (Period(last, month), unit.Users - (unit.Left.Take(month).Sum() / 2));
                Row(file, period, "Hemtjänst", unit.Name, "annan utförare", unit.Left[month] > 0 ? unit.To : "", unit.Left[month] > 0 ? _reasons[(month + unit.Users) % _reasons.Length] : "", unit.Left[month], users);
                if (month % 3 == unit.Users % 3 && unit.Users > 50)
                {
                    Row(file, period, "Hemtjänst", unit.Name, "flyttar", "", "", 1 + (unit.Users / 150), users);
                }

                if (month % 4 == unit.Users % 4 && unit.Users > 90)
                {
                    Row(file, period, "Hemtjänst", unit.Name, "lämnar", "", "ordnar hjälpen själv", 1, users);
                }
            }
        }

        return file.ToString();
    }

    /// <summary>The file of complaints, ideas and praise.</summary>
    public static string Complaints(DateOnly last)
    {
        var file = new StringBuilder(LedgerColumns.Header(EvidenceSourceKind.Complaints)).AppendLine();
        for (var month = 0; month < Months; month++)
        {
            foreach (var unit in _units)
            {
                var (period, count) = (Period(last, month), unit.Said[month]);
                var answered = count * unit.Answered / 100;
                Row(file, period, "Hemtjänst", unit.Name, "", "klagomål", count, answered, answered * unit.InTime / 100, answered / 3, count == 0 ? "" : unit.Days);
                if (month % 2 == unit.Users % 2 && unit.Users > 50)
                {
                    Row(file, period, "Hemtjänst", unit.Name, "", "beröm", 1 + (unit.Users / 100), "", "", "", "");
                }

                if (month % 3 == 0 && unit.Users > 50)
                {
                    Row(file, period, "Hemtjänst", unit.Name, "", "idé", 1, 1, 1, month / 6, 7);
                }
            }
        }

        Row(file, Period(last, 7), "Hemtjänst", "Hemtjänst Norr", "", "namninsamling", 1, 1, 1, 0, 12);
        return file.ToString();
    }

    private static string Period(DateOnly last, int month) => last.AddMonths(month - (Months - 1)).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static void Row(StringBuilder file, params object[] cells) => file.AppendJoin(';', cells).AppendLine();

    /// <param name="Users">In the first month.</param>
    /// <param name="Left">Who changed to another unit, month by month.</param>
    /// <param name="Said">Complaints, month by month.</param>
    /// <param name="Answered">Per cent of them.</param>
    /// <param name="InTime">Per cent of those answered.</param>
    /// <param name="Days">Median days until the answer.</param>
    /// <param name="To">The unit that they change to.</param>
    private sealed record Unit(string Name, int Users, int[] Left, int[] Said, int Answered, int InTime, int Days, string To);
}
