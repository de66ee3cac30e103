using System.Security.Cryptography;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Registration;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Registration;

/// <param name="Decisions">By question key: true when the first typing is that of the paper, false when the second is.</param>
/// <param name="FormKey">16 random bytes made when the page was shown.</param>
public sealed record DecideEntryCommand(string Kind, string Slug, Guid EntryId, IReadOnlyDictionary<string, bool> Decisions, byte[] FormKey);

/// <summary>
/// Casts a form that was typed twice and not the same, with what the paper says where it differs. Errors: <see cref="RegistrationNotFound"/>,
/// <see cref="EntryGone"/>, <see cref="EntryNeedsAnother"/>, <see cref="DifferenceOpen"/>, the first error of the sheet that comes out,
/// and those of <see cref="FormCasting"/>.
/// </summary>
public sealed class DecideEntryHandler(IAppDbContext db, RegistrationDesk desk, IRegistrationBox box, FormCasting casting) : IUseCase
{
    public async Task<Result<FormCast>> HandleAsync(DecideEntryCommand command, CancellationToken cancellationToken)
    {
        var found = await desk.OpenAsync(command.Kind, command.Slug, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var definition = found.Value;
        var entry = await db.Set<RegisteredEntry>().AsNoTracking()
            .SingleOrDefaultAsync(e => e.Id == command.EntryId && e.DialogueId == definition.DialogueId, cancellationToken);
        if (entry?.SecondSheet is null)
        {
            return await box.FindReceiptAsync(definition.DialogueId, SHA256.HashData(command.FormKey), cancellationToken) is { } receipt
                ? new FormCast(receipt, Changed: false)
                : new EntryGone();
        }

        var may = entry.MayBeComparedBy(desk.OfficerId);
        if (!may.IsSuccess)
        {
            return may.Error;
        }

        if (await desk.UnsealAsync(entry, entry.FirstSheet, cancellationToken) is not { } first
            || await desk.UnsealAsync(entry, entry.SecondSheet, cancellationToken) is not { } second)
        {
            return new AnswersClosed(definition.Times.ClosesAt);
        }

        var route = await desk.RouteOfAsync(definition, entry.HolderId, cancellationToken);
        if (SheetComparison.Differences(route, first, second).FirstOrDefault(s => !command.Decisions.ContainsKey(s.Question.Key)) is { } open)
        {
            return new DifferenceOpen(open.Question.Key);
        }

        var takeFirst = command.Decisions.Where(d => d.Value).Select(d => d.Key).ToHashSet(StringComparer.Ordinal);
        var (sheet, errors) = route.Check(SheetComparison.Merge(route, first, second, takeFirst));
        return errors.Count > 0
            ? (Result<FormCast>)errors[0]
            : await casting.CastAsync(definition, new FormToCast(entry.HolderId, entry.Door, entry.Batch, sheet, command.FormKey, entry.Id), cancellationToken);
    }
}
