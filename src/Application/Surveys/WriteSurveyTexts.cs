using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

/// <param name="Service">The service whose users are asked; empty for a survey of citizens.</param>
/// <param name="ProgrammeId">The programme that it is an edition of, or null.</param>
/// <param name="Edition">For example "2026"; needed in a programme.</param>
public sealed record WriteSurveyTextsCommand(
    string Slug, uint Version, string Title, string ShortTitle, string Why, string EasySwedish, string Service, Guid? ProgrammeId, string Edition);

/// <summary>What it is called, why it is asked, and which series it belongs to. Errors: those of <see cref="SurveyDesk"/>,
/// <see cref="SurveyFrozen"/>, <see cref="SurveyTitleWrong"/>, <see cref="ProgrammeUnknown"/>, <see cref="EditionMissing"/>.</summary>
public sealed class WriteSurveyTextsHandler(IAppDbContext db, SurveyDesk desk) : IUseCase
{
    public async Task<Result<SurveySaved>> HandleAsync(WriteSurveyTextsCommand command, CancellationToken cancellationToken)
    {
        var known = command.ProgrammeId is not { } id || await db.Set<Programme>().AnyAsync(p => p.Id == id, cancellationToken);
        return await desk.ChangeAsync(
            command.Slug, command.Version, "survey.texts", "", survey => known ? Change(survey, command) : new ProgrammeUnknown(), cancellationToken);
    }

    private static Result<Done> Change(Survey survey, WriteSurveyTextsCommand command)
    {
        var written = survey.WriteTexts(command.Title, command.ShortTitle, command.Why, command.EasySwedish, command.Service);
        return written.IsSuccess ? survey.SetProgramme(command.ProgrammeId, command.Edition) : written;
    }
}
