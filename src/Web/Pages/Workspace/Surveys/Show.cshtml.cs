using Medborgardialog.Application.Exports;
using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Surveys;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>The task list of a draft; for what is published, how it stands.</summary>
public sealed class ShowModel(GetSurveyBuilderHandler get, ExportSurveyRowsHandler export) : SurveyBuilderPage(get)
{
    public SurveyTask? Next => Builder.Tasks.Where(t => !t.Value).Select(t => (SurveyTask?)t.Key).FirstOrDefault();

    public bool MayBeRun => Builder.Phase is SurveyPhase.Scheduled or SurveyPhase.Open or SurveyPhase.Paused;

    public bool IsStarted(SurveyTask task) => task switch
    {
        SurveyTask.Texts => Draft.Why.Length > 0,
        SurveyTask.Questions => Questions.Count > 0,
        SurveyTask.Committee => Draft.CommitteeId is not null,
        SurveyTask.Channels => Draft.OtherWays.Length + Draft.PrivacyText.Length > 0,
        _ => false,
    };

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await LoadAsync(slug, "", cancellationToken) ?? Page();

    /// <summary>The rows, logged, which is why it is no link.</summary>
    public async Task<IActionResult> OnPostRowsAsync(string slug, TableFormat format, bool codebook, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, "", cancellationToken) is { } refused)
        {
            return refused;
        }

        var file = await export.HandleAsync(new ExportSurveyRowsCommand(slug, format, codebook), cancellationToken);
        return file.IsSuccess ? new TableFileResult(file.Value) : ShowRefused(file.Error);
    }
}
