using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Traces;

/// <param name="Code">Kvittokod as typed.</param>
public sealed record GetReceiptTraceQuery(string? Code);

/// <param name="Trace">Null where the receipt is unknown.</param>
public sealed record ReceiptTrace(ReceiptStatus Status, DialogueTrace? Trace);

/// <summary>
/// Is this answer in the count, and what has come of the dialogue it was given in? Nothing of it depends on what was chosen or written, and it is the same for
/// everyone who has the receipt. Two statements.
/// </summary>
public sealed class GetReceiptTraceHandler(CheckReceiptHandler receipts, DialogueTraces traces) : IUseCase
{
    public async Task<Result<ReceiptTrace>> HandleAsync(GetReceiptTraceQuery query, CancellationToken cancellationToken)
    {
        var receipt = (await receipts.HandleAsync(new CheckReceiptQuery(query.Code), cancellationToken)).Value!;
        return new ReceiptTrace(receipt.Status, receipt.DialogueId is { } dialogueId ? await traces.FindAsync(dialogueId, post: null, cancellationToken) : null);
    }
}
