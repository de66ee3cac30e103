using System.Globalization;
using Medborgardialog.Application.Draws;

namespace Medborgardialog.Draw;

/// <summary>A wrong or missing argument; the message is one sentence in Swedish.</summary>
public sealed class ArgumentsWrongException(string message) : Exception(message);

/// <summary>What the command was asked for.</summary>
/// <param name="Seed">Null: only the portfolio is made, since the seed is drawn after it is published.</param>
/// <param name="Portfolio">A file with a frozen portfolio: nothing is solved, only drawn.</param>
/// <param name="Declined">Ids of those who have declined, in the order they were replaced.</param>
/// <param name="Limit">How long better panels are looked for.</param>
public sealed record DrawArguments(
    string Respondents, string Categories, int Size, string? Seed, DrawColumns Columns, string? Portfolio, IReadOnlyList<string> Declined, TimeSpan Limit, string Folder)
{
    public const string Usage = """
        Lottar en panel så rättvist som kvoterna tillåter. Vem som helst kan göra om lottningen och få samma panel.

          --respondents FIL    de som kan lottas: CSV med en kolumn för varje egenskap
          --categories FIL     kvoterna: CSV med kolumnerna feature,value,min,max
          --size ANTAL         antal platser
          --seed TEXT          fröet, offentligt och okänt tills portföljen är publicerad; utan det görs bara portföljen
          --id KOLUMN          kolumn med löpnummer (id, eller radens nummer)
          --household KOLUMNER kolumner som tillsammans visar vilka som bor ihop, med komma mellan
          --portfolio FIL      lotta ur en publicerad portfölj i stället för att räkna fram en
          --declined NUMMER    de som tackat nej, med komma mellan; ersätts en i taget i den ordningen
          --limit MINUTER      så länge letas bättre paneler (20)
          --out MAPP           här läggs resultatet (lottning)
        """;

    private static readonly string[] Known = ["respondents", "categories", "size", "seed", "id", "household", "portfolio", "declined", "limit", "out"];

    /// <exception cref="ArgumentsWrongException">An argument is unknown, missing or out of range.</exception>
    public static DrawArguments Read(IReadOnlyList<string> arguments)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var name = arguments[i].StartsWith("--", StringComparison.Ordinal) ? arguments[i][2..] : "";
            if (!Known.Contains(name, StringComparer.Ordinal) || i + 1 >= arguments.Count)
            {
                throw new ArgumentsWrongException($"”{arguments[i]}” är inget argument, eller saknar värde.");
            }

            values[name] = arguments[i + 1];
        }

        if (values.ContainsKey("declined") && !values.ContainsKey("seed"))
        {
            throw new ArgumentsWrongException("--declined behöver --seed: först lottas panelen, sedan ersätts de som tackat nej.");
        }

        return new DrawArguments(
            Needed("respondents"),
            Needed("categories"),
            Number("size", Needed("size"), 1, 100_000),
            values.GetValueOrDefault("seed"),
            new DrawColumns(values.GetValueOrDefault("id"), List("household")),
            values.GetValueOrDefault("portfolio"),
            List("declined"),
            TimeSpan.FromMinutes(Number("limit", values.GetValueOrDefault("limit", "20"), 0, 10_000)),
            values.GetValueOrDefault("out", "lottning"));

        string Needed(string name) => values.GetValueOrDefault(name) ?? throw new ArgumentsWrongException($"--{name} saknas.");

        string[] List(string name) => values.GetValueOrDefault(name, "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    private static int Number(string name, string text, int min, int max) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : throw new ArgumentsWrongException(string.Create(CultureInfo.InvariantCulture, $"--{name} är ett tal från {min} till {max}."));
}
