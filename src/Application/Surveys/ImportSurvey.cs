using System.Text.Json;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Surveys.Import;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Surveys;

/// <param name="Title">Instead of the file's own; empty for that one.</param>
/// <param name="File">A LimeSurvey definition (.lss).</param>
public sealed record ImportSurveyCommand(string Title, Stream File);

public sealed record SurveyImported(string Slug, int Questions);

/// <summary>
/// Makes a draft of a survey from another system. What the draft does not do as the file says is kept with the note in the audit log, see
/// <see cref="GetSurveyImportHandler"/>. Nothing is made of a file that cannot be read. Errors: those of
/// <see cref="LssReader.Read"/> and <see cref="CreateSurveyHandler"/>.
/// </summary>
public sealed class ImportSurveyHandler(CreateSurveyHandler create, SurveyDesk desk, ICurrentUser user) : IUseCase
{
    /// <summary>Key of the row in the audit log that holds what became different.</summary>
    public const string Action = "survey.imported";

    private const int LongestTag = 20;

    /// <summary>Length of what says that a text goes on.</summary>
    private const int CutMark = 2;

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
        var wanted = command.Title.Trim().Length > 0 ? command.Title.Trim() : imported.Title;
        var title = wanted.Length <= Survey.MaxTitle ? wanted : PlainText.Shorten(wanted, Survey.MaxTitle - CutMark);
        List<string> languages = [.. imported.Languages.Where(l => l.Length <= LongestTag).Take(Survey.MaxLanguages)];
        IEnumerable<Difference> differences =
        [
            .. title == wanted ? [] : (Difference[])[new("import.titleCut", "", [wanted])],
            .. imported.Languages.Except(languages, StringComparer.Ordinal).Select(l => new Difference("import.languageLeft", "", [l])),
            .. imported.Differences,
        ];
        var created = await create.HandleAsync(new CreateSurveyCommand(title, ""), cancellationToken);
        if (!created.IsSuccess)
        {
            return created.Error;
        }

        var saved = await desk.ChangeAsync(
            created.Value.Slug, created.Value.Version, Action, JsonSerializer.Serialize(differences),
            (survey, questionnaire) =>
            {
                var written = survey.WriteTexts(title, "", imported.Description, "", "");
                var translated = written.IsSuccess ? survey.SetLanguages(languages) : written;
                return translated.IsSuccess ? survey.Ask(questionnaire, imported.Questions, experience: null) : translated;
            },
            cancellationToken);
        return saved.IsSuccess
            ? new SurveyImported(saved.Value.Slug, imported.Questions.Count)
            : saved.Error;
    }
}
