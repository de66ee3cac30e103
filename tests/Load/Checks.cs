namespace Medborgardialog.Load;

/// <summary>What must hold at the end of a run. Each is printed; one that does not hold makes the exit code 1.</summary>
internal sealed class Checks(TextWriter output)
{
    public int Failed { get; private set; }

    public void Equal(string what, long expected, long actual) => Holds($"{what}: {actual}", expected == actual, $"expected {expected}");

    public void None(string what, IReadOnlyCollection<string> wrong) =>
        Holds(what, wrong.Count == 0, $"{wrong.Count} wrong, first: {string.Join("; ", wrong.Take(5))}");

    public void Holds(string what, bool holds, string otherwise)
    {
        Failed += holds ? 0 : 1;
        output.WriteLine(holds ? $"  ok     {what}" : $"  WRONG  {what} ({otherwise})");
    }
}
