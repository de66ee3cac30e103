using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Themes;

namespace Medborgardialog.Application.Themes;

public sealed record GetCodingResultQuery(Guid SetId);

/// <param name="Problems">What stands in the way of a release.</param>
/// <param name="Published">What reports would say.</param>
public sealed record CodingResultView(CodingHead Head, IReadOnlyList<Error> Problems, CodedThemes Published);

/// <summary>What would be published, before it is. Error: <see cref="CodingSetNotFound"/>.</summary>
public sealed class GetCodingResultHandler(CodingDesk desk, CodedDialogues dialogues, CodedThemesWriting writing) : IUseCase
{
    public async Task<Result<CodingResultView>> HandleAsync(GetCodingResultQuery query, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(query.SetId, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        var book = opened.Value;
        var dialogue = await dialogues.FindAsync(book.Set.DialogueId, cancellationToken);
        return new CodingResultView(CodingHeads.Of(book, dialogue), ReleaseCheck.Of(book).Problems, await writing.WriteAsync(book, cancellationToken));
    }
}
