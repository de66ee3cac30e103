using Medborgardialog.Application.Common;
using Medborgardialog.Application.Surveys.Import;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Surveys;

/// <param name="Title">Instead of the file's own; empty for that one.</param>
/// <param name="File">A LimeSurvey definition (.lss).</param>
public sealed record ImportSurveyCommand(string Title, Stream File);

/// <param name="Differences">Everything that the draft does not do as the file says.</param>
public sealed record SurveyImported(string Slug, string Title, int Questions, IReadOnlyList<Difference> Differences);

/// <summary>
/// Makes a draft of a survey from another system. Nothing is made of a file that cannot be read. Errors: those of
/// <see cref="LssReader.Read"/> and <see cref="CreateSurveyHandler"/>.
/// </summary>
public sealed class ImportSurveyHandler(CreateSurveyHandler create, SurveyDesk desk, ICurrentUser user) : IUseCase
{
    public async Task<Result<SurveyImported>> HandleAsync(ImportSurveyCommand command, CancellationToken cancellationToken)
    {
        if (!SurveyAccess.MayBuild(user))
        {
            return new SurveyForbidden();
        }

        var read = LssReader.Read(command.File);
        if (!read.IsSuccess)
        {
            return read.Error;
        }

        var imported = read.Value;
        var title = PlainText.Shorten(command.Title.Trim().Length > 0 ? command.Title.Trim() : imported.Title, Survey.MaxTitle);
        var created = await create.HandleAsync(new CreateSurveyCommand(title, ""), cancellationToken);
        if (!created.IsSuccess)
        {
            return created.Error;
        }

        var saved = await desk.ChangeAsync(
            created.Value.Slug, created.Value.Version, "survey.imported", "",
            (survey, questionnaire) =>
            {
                survey.WriteTexts(title, "", imported.Description, "", "");
                survey.SetLanguages([.. imported.Languages.Take(Survey.MaxLanguages)]);
                return survey.Ask(questionnaire, imported.Questions, experience: null);
            },
            cancellationToken);
        return saved.IsSuccess
            ? new SurveyImported(saved.Value.Slug, title, imported.Questions.Count, imported.Differences)
            : saved.Error;
    }
}
