using System.Text;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Draws;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Draws;

/// <param name="Name">One of <see cref="GetDrawPaperHandler.All"/>.</param>
public sealed record GetDrawPaperQuery(string Slug, string Name);

public sealed record DrawPaper(string Name, string ContentType, byte[] Bytes);

/// <summary>
/// One of the files of a draw. Anybody gets what is open of a published one; officers get all of them as soon as there is a portfolio. None has a name
/// or an address in it. Error: <see cref="PanelDrawNotFound"/>.
/// </summary>
public sealed class GetDrawPaperHandler(IAppDbContext db, DrawDesk desk) : IUseCase
{
    public const string Input = "underlag.txt";
    public const string Respondents = "svarande.csv";
    public const string Categories = "kvoter.csv";
    public const string PortfolioText = "portfolj.txt";
    public const string Chances = "sannolikheter.csv";
    public const string Panel = "panel.csv";
    public const string Record = "protokoll.json";

    /// <summary>Who the numbers are, as lines of the officers' file. Never open.</summary>
    public const string Key = "nyckel.txt";

    public static IReadOnlyList<string> All { get; } = [Record, Categories, Respondents, Input, PortfolioText, Chances, Panel, Key];

    public async Task<Result<DrawPaper>> HandleAsync(GetDrawPaperQuery query, CancellationToken cancellationToken)
    {
        var draw = await db.Set<PanelDraw>().AsNoTracking().SingleOrDefaultAsync(d => d.Slug == query.Slug, cancellationToken);
        if (draw?.Outcome is null || !(desk.IsOfficer ? ForOfficers(draw) : Open(draw)).Contains(query.Name, StringComparer.Ordinal))
        {
            return new PanelDrawNotFound();
        }

        var text = query.Name == Key ? await KeyAsync(draw, cancellationToken) : Write(draw, query.Name, desk.IsOfficer || draw.IsInputOpen);
        var table = query.Name.EndsWith(".csv", StringComparison.Ordinal);
        return new DrawPaper(
            query.Name,
            table ? "text/csv; charset=utf-8" : query.Name == Record ? "application/json; charset=utf-8" : "text/plain; charset=utf-8",
            [.. table ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)]);
    }

    /// <summary>What anybody may fetch.</summary>
    internal static IEnumerable<string> Open(PanelDraw draw) =>
        !draw.IsPublic ? [] : All.Where(name => name != Key && (draw.IsInputOpen || name is not (Input or Respondents)) && (name != Panel || draw.DrawnAt is not null));

    public static IEnumerable<string> ForOfficers(PanelDraw draw) => All.Where(name => name != Panel || draw.DrawnAt is not null);

    private static string Write(PanelDraw draw, string name, bool withValues)
    {
        var (pool, portfolio) = DrawDesk.Frozen(draw);
        return name switch
        {
            Input => pool.Input.Canonical(),
            PortfolioText => draw.Portfolio,
            Chances => DrawPapers.Chances(pool, portfolio.Chances(pool)),
            Respondents => DrawPapers.Respondents(DrawDesk.Unpack(draw)),
            Categories => DrawPapers.Categories(DrawDesk.Unpack(draw)),
            Panel => DrawPapers.Panel(pool.Input, draw.Sitting, withValues),
            _ => DrawPapers.Record(
                pool, portfolio, draw.Outcome!.Method, draw.Outcome.Solver, draw.Outcome.Levels, draw.DrawnAt is not null ? draw.Seed : null,
                draw.DrawnAt is not null ? new DrawnPanel(draw.Ticket, draw.PanelPosition, draw.Panel) : null, draw.SeatChanges.Select(c => (c.Declined, c.Instead))),
        };
    }

    private async Task<string> KeyAsync(PanelDraw draw, CancellationToken cancellationToken)
    {
        var lines = await db.Set<DrawPerson>().Where(p => p.DrawId == draw.Id).OrderBy(p => p.Number).Select(p => p.Line).ToListAsync(cancellationToken);
        return new DrawKey(draw.FileFingerprint, draw.KeySalt, lines).Canonical();
    }
}
