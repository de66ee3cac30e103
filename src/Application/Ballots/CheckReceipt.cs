using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Ballots;

public sealed record CheckReceiptQuery(string? Code);

/// <param name="DialogueId">The rådslag or the survey; null where the receipt is unknown.</param>
/// <param name="Code">As it is kept, in groups of four; empty where it cannot be a receipt.</param>
public sealed record ReceiptChecked(ReceiptStatus Status, Guid? DialogueId, string Code);

/// <summary>Is this answer in the count? Shows no choice, and the same for everyone who has the code.</summary>
public sealed class CheckReceiptHandler(IBallotBox box) : IUseCase
{
    public async Task<Result<ReceiptChecked>> HandleAsync(CheckReceiptQuery query, CancellationToken cancellationToken)
    {
        var letters = string.Concat((query.Code ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        if (letters.Length is 0 or > 40)
        {
            return new ReceiptChecked(ReceiptStatus.Unknown, DialogueId: null, "");
        }

        var code = string.Join('-', letters.Chunk(4).Select(c => new string(c)));
        var found = await box.CheckReceiptAsync(code, cancellationToken);
        return new ReceiptChecked(found.Status, found.DialogueId, code);
    }
}
