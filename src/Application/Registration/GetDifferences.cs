using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Registration;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Registration;

public sealed record GetDifferencesQuery(string Kind, string Slug, Guid EntryId);

/// <param name="Differing">Pages on which the two typings differ, in the order of the paper.</param>
public sealed record DifferencesView(
    AnswerDefinition Definition, int Batch, string Label, AnswerSheet First, AnswerSheet Second, IReadOnlyList<Step> Differing);

/// <summary>
/// Two typings of one form side by side. Errors: <see cref="RegistrationNotFound"/>, also when nobody has typed it a second time,
/// <see cref="EntryNeedsAnother"/> for who typed it first, <see cref="AnswersClosed"/> when it can no longer be opened.
/// </summary>
public sealed class GetDifferencesHandler(IAppDbContext db, RegistrationDesk desk) : IUseCase
{
    public async Task<Result<DifferencesView>> HandleAsync(GetDifferencesQuery query, CancellationToken cancellationToken)
    {
        var found = await desk.OpenAsync(query.Kind, query.Slug, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var definition = found.Value;
        var entry = await db.Set<RegisteredEntry>().AsNoTracking()
            .SingleOrDefaultAsync(e => e.Id == query.EntryId && e.DialogueId == definition.DialogueId, cancellationToken);
        if (entry?.SecondSheet is null)
        {
            return new RegistrationNotFound();
        }

        var may = entry.MayBeComparedBy(desk.OfficerId);
        if (!may.IsSuccess)
        {
            return may.Error;
        }

        return await desk.UnsealAsync(entry, entry.FirstSheet, cancellationToken) is { } first
            && await desk.UnsealAsync(entry, entry.SecondSheet, cancellationToken) is { } second
                ? new DifferencesView(
                    definition, entry.Batch, entry.Label, first, second, SheetComparison.Differences(definition.Questionnaire.Route, first, second))
                : new AnswersClosed(definition.Times.ClosesAt);
    }
}
