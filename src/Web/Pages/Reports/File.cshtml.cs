using Medborgardialog.Application.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Reports;

public sealed class FileModel(GetReportFileHandler get) : AppPage
{
    public async Task<IActionResult> OnGetAsync(Guid id, string format, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetReportFileQuery(id, format), cancellationToken);
        return found.IsSuccess ? File(found.Value.Bytes, found.Value.ContentType, found.Value.Name) : Fail(found.Error);
    }
}
