using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

/// <summary>One figure as an officer writes it.</summary>
/// <param name="Place">Empty for our own municipality.</param>
/// <param name="Percent">0 to 100.</param>
/// <param name="Answers">Base of the share, 1 or more.</param>
public sealed record HistoricFigureLine(string Indicator, string Place, string Edition, double Percent, int Answers, SampleDesign Design, string Wording, string Source);

/// <param name="Figures">All that the programme is to have; those that are there and not here go.</param>
public sealed record WriteHistoricFiguresCommand(string Slug, IReadOnlyList<HistoricFigureLine> Figures);

/// <summary>
/// Puts in figures from before the system and from other municipalities, each with its source (N1, N6). Errors: <see cref="SurveyForbidden"/>,
/// <see cref="ProgrammeNotFound"/>, <see cref="HistoricFigureWrong"/> with the number of the first line that is wrong.
/// </summary>
public sealed class WriteHistoricFiguresHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(WriteHistoricFiguresCommand command, CancellationToken cancellationToken)
    {
        if (!SurveyAccess.MayBuild(user))
        {
            return new SurveyForbidden();
        }

        if (await db.Set<Programme>().AsNoTracking().SingleOrDefaultAsync(p => p.Slug == command.Slug, cancellationToken) is not { } programme)
        {
            return new ProgrammeNotFound();
        }

        for (var i = 0; i < command.Figures.Count; i++)
        {
            var figure = command.Figures[i];
            if (figure.Percent is not (>= 0 and <= 100) || figure.Answers < 1 || figure.Indicator.Length == 0 || figure.Edition.Length == 0
                || figure.Wording.Length == 0 || figure.Source.Length == 0
                || command.Figures.Take(i).Any(f => (f.Indicator, f.Place, f.Edition) == (figure.Indicator, figure.Place, figure.Edition)))
            {
                return new HistoricFigureWrong(i + 1);
            }
        }

        db.Set<HistoricFigure>().RemoveRange(await db.Set<HistoricFigure>().Where(f => f.ProgrammeId == programme.Id).ToListAsync(cancellationToken));
        db.Set<HistoricFigure>().AddRange(command.Figures.Select(f => new HistoricFigure(
            programme.Id, f.Indicator, f.Place, f.Edition, f.Percent / 100, f.Answers, f.Wording, f.Source, f.Design)));
        db.Set<AuditEntry>().Add(new AuditEntry(
            user.Id, user.DisplayName ?? "", "programme.figures", programme.Id, $"{command.Figures.Count}", clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }
}

/// <param name="Line">From 1 ({0} of the text).</param>
public sealed record HistoricFigureWrong(int Line) : RuleError("programme.figureWrong");
