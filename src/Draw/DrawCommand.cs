using Medborgardialog.Application.Draws;
using Medborgardialog.Domain.Draws;

namespace Medborgardialog.Draw;

/// <summary>
/// The whole draw from two files: check, portfolio, chances, lottery, replacements, files. Exit codes: 0 drawn (or the portfolio made, when no seed was
/// given), 1 the input or the quotas do not allow it, 2 wrong arguments.
/// </summary>
public sealed class DrawCommand(ISolver solver, TextWriter output, TimeProvider time)
{
    /// <param name="enough">Cancelled when the time is up, or by the person at the keyboard: the best so far is kept.</param>
    public int Run(IReadOnlyList<string> arguments, CancellationTokenSource enough)
    {
        try
        {
            return Run(DrawArguments.Read(arguments), enough);
        }
        catch (ArgumentsWrongException wrong)
        {
            output.WriteLine(wrong.Message);
            output.WriteLine();
            output.WriteLine(DrawArguments.Usage);
            return 2;
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            output.WriteLine(unread.Message);
            return 2;
        }
    }

    private int Run(DrawArguments arguments, CancellationTokenSource enough)
    {
        var unread = DrawFiles.Read(File.ReadAllBytes(arguments.Respondents), File.ReadAllBytes(arguments.Categories), arguments.Size, arguments.Columns, out var input);
        var problems = input is null ? [] : InputCheck.Problems(input);
        foreach (var sentence in unread.Select(Wording.Of).Concat(problems.Select(Wording.Of)))
        {
            output.WriteLine(sentence);
        }

        if (input is null || problems.Any(p => !p.IsOfQuotas))
        {
            return 1;
        }

        var pool = Pool.Of(input);
        output.WriteLine($"{input.Candidates.Count} svarande, {input.Size} platser, {pool.Groups.Count} grupper som lottningen inte skiljer på. Underlagets avtryck: {pool.Input.Fingerprint()}");
        return arguments.Portfolio is null ? Solve(pool, arguments, enough) : Redraw(pool, arguments);
    }

    private int Solve(Pool pool, DrawArguments arguments, CancellationTokenSource enough)
    {
        var started = time.GetTimestamp();
        enough.CancelAfter(arguments.Limit);
        var shown = started;
        var outcome = Leximin.Solve(pool, solver, Show, enough.Token);
        if (outcome is not LeximinOutcome.Found found)
        {
            return Relax(pool);
        }

        var portfolio = Portfolio.Of(pool, found.Panels, found.Weights);
        var record = DrawRecord.Of(pool, portfolio, found.Levels, solver);
        output.WriteLine($"{portfolio.Panels.Count} paneler i portföljen efter {time.GetElapsedTime(started).TotalSeconds.ToString("F1", Wording.Swedish)} s. Portföljens avtryck: {record.PortfolioFingerprint}");
        output.WriteLine(record.IsProven
            ? $"Lägsta sannolikhet {Wording.Percent(record.Lowest)}. Bevisat: ingen lottning som håller kvoterna är rättvisare."
            : $"Lägsta sannolikhet {Wording.Percent(record.Lowest)}. Avbrutet: steg {record.Levels.TakeWhile(l => l.IsProven).Count() + 1} kan höjas med högst {Wording.Percent(record.Gap)[..^2]} procentenheter.");
        return Finish(pool, portfolio, record, arguments);

        void Show(LeximinProgress progress)
        {
            if (time.GetElapsedTime(shown).TotalSeconds >= 1)
            {
                shown = time.GetTimestamp();
                output.WriteLine(Wording.Of(progress));
            }
        }
    }

    /// <summary>Nothing is solved: the portfolio is checked against the people and quotas, and drawn from.</summary>
    private int Redraw(Pool pool, DrawArguments arguments)
    {
        if (Portfolio.Parse(File.ReadAllText(arguments.Portfolio!), pool.Groups.Count) is not { } portfolio || !portfolio.Fits(pool))
        {
            output.WriteLine("Portföljen hör inte till de här svarande och kvoterna.");
            return 1;
        }

        output.WriteLine($"Portföljen håller kvoterna i alla {portfolio.Panels.Count} paneler. Avtryck: {portfolio.Fingerprint()}");
        return Finish(pool, portfolio, DrawRecord.Of(pool, portfolio, [], null), arguments);
    }

    private int Finish(Pool pool, Portfolio portfolio, DrawRecord record, DrawArguments arguments)
    {
        foreach (var line in Wording.Chances(pool, record.Chances))
        {
            output.WriteLine(line);
        }

        var drawn = arguments.Seed is { } seed ? PanelLottery.Draw(pool, portfolio, seed) : null;
        var replaced = drawn is null ? [] : Replace(pool, drawn, arguments);
        ResultFiles.Write(arguments.Folder, pool, portfolio, record, arguments.Seed, drawn, replaced);
        if (drawn is not null)
        {
            output.WriteLine($"Lott {drawn.Ticket} ger panel {drawn.Panel + 1}: {string.Join(", ", drawn.People)}");
            foreach (var (declined, instead, _) in replaced)
            {
                output.WriteLine(instead is null ? $"{declined} tackade nej. Ingen kan ersätta utan att en kvot bryts." : $"{declined} tackade nej och ersätts av {instead}.");
            }
        }

        output.WriteLine($"Resultatet ligger i {arguments.Folder}.");
        return replaced.Exists(r => r.Instead is null) ? 1 : 0;
    }

    private List<SeatChange> Replace(Pool pool, DrawnPanel drawn, DrawArguments arguments)
    {
        List<SeatChange> replaced = [];
        foreach (var id in arguments.Declined)
        {
            if (!Replacement.Sitting(drawn.People, replaced).Contains(id, StringComparer.Ordinal))
            {
                throw new ArgumentsWrongException($"{id} sitter inte i panelen.");
            }

            replaced.Add(new SeatChange(id, Replacement.Next(pool, drawn.People, replaced, id, arguments.Seed!, solver), time.GetUtcNow()));
        }

        return replaced;
    }

    private int Relax(Pool pool)
    {
        output.WriteLine("Ingen panel håller alla kvoter. Minsta ändring som hjälper:");
        foreach (var change in QuotaRelaxation.Find(pool, solver))
        {
            output.WriteLine("  " + Wording.Of(change));
        }

        return 1;
    }
}
