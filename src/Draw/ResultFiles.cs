using System.Text;
using Medborgardialog.Application.Draws;
using Medborgardialog.Domain.Draws;

namespace Medborgardialog.Draw;

/// <summary>
/// What a draw leaves: <c>underlag.txt</c> and <c>portfolj.txt</c> as they are fingerprinted, <c>sannolikheter.csv</c>, <c>protokoll.json</c>, and after
/// the draw <c>panel.csv</c>. Tables are UTF-8 with semicolons and decimal commas.
/// </summary>
internal static class ResultFiles
{
    public static void Write(
        string folder, Pool pool, Portfolio portfolio, DrawRecord record, string? seed, DrawnPanel? drawn, IReadOnlyList<SeatChange> replaced)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "underlag.txt"), pool.Input.Canonical());
        File.WriteAllText(Path.Combine(folder, "portfolj.txt"), portfolio.Canonical());
        Table(folder, "sannolikheter.csv", DrawPapers.Chances(pool, record.Chances));
        File.WriteAllText(
            Path.Combine(folder, "protokoll.json"),
            DrawPapers.Record(pool, portfolio, record.Method, record.Solver, record.Levels, seed, drawn, replaced.Select(r => (r.Declined, r.Instead))));
        if (drawn is not null)
        {
            Table(folder, "panel.csv", DrawPapers.Panel(pool.Input, Replacement.Sitting(drawn.People, replaced), withValues: true));
        }
    }

    private static void Table(string folder, string name, string text) =>
        File.WriteAllText(Path.Combine(folder, name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
}
