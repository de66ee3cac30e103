using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Ballots;

public sealed record CheckReceiptQuery(string? Code);

public sealed record ReceiptChecked(ReceiptStatus Status);

/// <summary>Is this answer in the count? Shows no choice, and the same for everyone who has the code.</summary>
public sealed class CheckReceiptHandler(IBallotBox box) : IUseCase
{
    public async Task<Result<ReceiptChecked>> HandleAsync(CheckReceiptQuery query, CancellationToken cancellationToken)
    {
        var letters = string.Concat((query.Code ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        if (letters.Length is 0 or > 40)
        {
            return new ReceiptChecked(ReceiptStatus.Unknown);
        }

        var code = string.Join('-', letters.Chunk(4).Select(c => new string(c)));
        return new ReceiptChecked(await box.CheckReceiptAsync(code, cancellationToken));
    }
}
