using System.Globalization;
using System.Text;

namespace Medborgardialog.Benchmarks.Measuring;

/// <summary>Prints the rows as they come and the whole table in Markdown at the end.</summary>
internal sealed class Report
{
    private const double MostOthers = 15;
    private readonly List<string> _rows = [];
    private readonly List<string> _notes = [];

    public bool HasFailures { get; private set; }

    /// <param name="others">Percent of a core; NaN for what does not depend on time.</param>
    public void Add(string number, string measure, string floor, string aim, string seen, string ratio, double others = double.NaN)
    {
        var used = double.IsNaN(others) ? "–" : Number(others) + " %";
        if (others > MostOthers)
        {
            used += " (over 15 %: disturbed)";
        }

        var row = $"| {number} | {measure} | {floor} | {aim} | {seen} | {ratio} | {used} |";
        _rows.Add(row);
        Console.WriteLine(row);
    }

    public void Note(string note)
    {
        _notes.Add(note);
        Console.WriteLine("  " + note);
    }

    public void Fail(string what)
    {
        HasFailures = true;
        Note("FAILED: " + what);
    }

    /// <summary>Fails unless what was acknowledged is exactly what is stored.</summary>
    public void Check(string what, long acknowledged, long stored)
    {
        if (acknowledged == stored)
        {
            Note($"{what}: {Number(acknowledged)} acknowledged, {Number(stored)} stored.");
        }
        else
        {
            Fail($"{what}: {Number(acknowledged)} acknowledged but {Number(stored)} stored.");
        }
    }

    public string Markdown()
    {
        var text = new StringBuilder();
        text.AppendLine("| # | Measure | Floor | Aim | Seen | Ratio: median (least–most) | CPU used by others |");
        text.AppendLine("| --- | --- | --- | --- | --- | --- | --- |");
        _rows.ForEach(r => text.AppendLine(r));
        text.AppendLine();
        _notes.ForEach(n => text.AppendLine("- " + n));
        return text.ToString();
    }

    public static string Spread(Figure figure, string unit = "") =>
        $"{Number(figure.Median)}{unit} ({Number(figure.Least)}–{Number(figure.Most)})";

    public static string Number(double value) => value switch
    {
        >= 100 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.#", CultureInfo.InvariantCulture),
        _ => value.ToString("0.##", CultureInfo.InvariantCulture),
    };
}
