using System.Text;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Application.Reports;

/// <param name="Format"><c>docx</c> or <c>html</c>.</param>
public sealed record GetCaseDraftFileQuery(string NumberSlug, int Version, string Format);

/// <summary>The draft of a committee's paper as a file, for those who may read it. <see cref="ReportNotFound"/> otherwise.</summary>
public sealed class GetCaseDraftFileHandler(GetCaseDraftHandler get, ICaseDraftFiles files) : IUseCase
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public async Task<Result<StoredFile>> HandleAsync(GetCaseDraftFileQuery query, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetCaseDraftQuery(query.NumberSlug, query.Version), cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var draft = found.Value.Draft;
        return query.Format == "docx"
            ? new StoredFile(files.Docx(draft), Word, $"{draft.Name}.docx")
            : new StoredFile(Encoding.UTF8.GetBytes(files.Document(draft)), "text/html; charset=utf-8", $"{draft.Name}.html");
    }
}
