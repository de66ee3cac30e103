using System.Globalization;
using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>One programme, with the figures from before the system and from elsewhere as lines with semicolons.</summary>
public sealed class ProgrammeModel(ListProgrammesHandler list, WriteHistoricFiguresHandler write) : OfficerPage
{
    private const int Parts = 8;

    public ProgrammeRow Shown { get; private set; } = null!;

    [BindProperty]
    public string? Figures { get; set; }

    public async Task<IActionResult> OnGetAsync(string program, CancellationToken cancellationToken) => await LoadAsync(program, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(string program, CancellationToken cancellationToken)
    {
        var typed = Figures;
        if (await LoadAsync(program, cancellationToken) is { } refused)
        {
            return refused;
        }

        Figures = typed;
        var figures = new List<HistoricFigureLine>();
        foreach (var line in Lines(typed))
        {
            if (Read(line) is not { } figure)
            {
                ModelState.AddModelError("Figures", T["programme.figureWrong", figures.Count + 1]);
                return ShowErrors();
            }

            figures.Add(figure);
        }

        var written = await write.HandleAsync(new WriteHistoricFiguresCommand(program, figures), cancellationToken);
        return written.IsSuccess ? RedirectDone($"/arbetsyta/enkater/program/{program}", "programme.figures.saved")
            : written.Error is HistoricFigureWrong wrong ? Fail(wrong, "Figures", wrong.Line) : Fail(written.Error, "Figures");
    }

    private HistoricFigureLine? Read(string line)
    {
        var parts = line.Split(';', StringSplitOptions.TrimEntries);
        SampleDesign? design = parts.Length == Parts
            ? Enum.GetValues<SampleDesign>().Where(d => string.Equals(Word(d), parts[4], StringComparison.OrdinalIgnoreCase)).Select(d => (SampleDesign?)d).FirstOrDefault()
            : null;
        return design is { } known
            && double.TryParse(parts[2].Replace(',', '.').TrimEnd('%', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && int.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var answers)
            ? new HistoricFigureLine(parts[0], parts[7], parts[1], percent, answers, known, parts[5], parts[6])
            : null;
    }

    /// <summary>How a design is written in a line.</summary>
    private string Word(SampleDesign design) => T[$"programme.design.{design}"];

    private string Write(HistoricFigure figure) => string.Join("; ",
        figure.Indicator, figure.Edition, (100 * figure.Share).ToString("0.##", CultureInfo.GetCultureInfo("sv")),
        figure.Answers.ToString(CultureInfo.InvariantCulture), Word(figure.Design), figure.Wording, figure.Source, figure.Place).TrimEnd();

    private async Task<IActionResult?> LoadAsync(string program, CancellationToken cancellationToken)
    {
        var found = await list.HandleAsync(new ListProgrammesQuery(program), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Shown = found.Value.Programmes.First(p => p.Slug == program);
        Figures = string.Join('\n', found.Value.Figures.Select(Write));
        return null;
    }
}
