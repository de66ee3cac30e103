using Medborgardialog.Application.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.CaseDrafts;

public sealed class FileModel(GetCaseDraftFileHandler get) : AppPage
{
    public async Task<IActionResult> OnGetAsync(string number, int version, string format, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetCaseDraftFileQuery(number, version, format), cancellationToken);
        return found.IsSuccess ? File(found.Value.Bytes, found.Value.ContentType, found.Value.Name) : Fail(found.Error);
    }
}
