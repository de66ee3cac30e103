using System.Text;
using Medborgardialog.Application.Surveys;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Surveys;

/// <summary>The frozen rules byte for byte, so that <c>sha256sum</c> of the file is the public fingerprint.</summary>
public sealed class RulesFileModel(GetSurveyRulesHandler get) : AppPage
{
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetSurveyRulesQuery(slug), cancellationToken);
        return found.IsSuccess ? File(Encoding.UTF8.GetBytes(found.Value.Json), "application/json; charset=utf-8") : Fail(found.Error);
    }
}
