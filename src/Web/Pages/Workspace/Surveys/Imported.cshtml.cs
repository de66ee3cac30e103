using Medborgardialog.Application.Surveys;
using Medborgardialog.Application.Surveys.Import;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>Everything that a draft from another system does not do as its file says; there until the survey is published.</summary>
public sealed class ImportedModel(GetSurveyBuilderHandler get, GetSurveyImportHandler getImport) : SurveyBuilderPage(get)
{
    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, T["sb.import.differences"], cancellationToken) is { } refused)
        {
            return refused;
        }

        var found = await getImport.HandleAsync(new GetSurveyImportQuery(slug), cancellationToken);
        Differences = found.Value ?? [];
        return found.IsSuccess ? Page() : Fail(found.Error);
    }
}
