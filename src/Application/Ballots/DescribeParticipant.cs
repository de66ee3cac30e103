using System.Text.Json;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Ballots;

/// <param name="Given">By the keys of <see cref="AboutYou"/>; null or empty means not told.</param>
public sealed record DescribeParticipantCommand(DialogueSlug Dialogue, IReadOnlyDictionary<string, string?> Given, string? EditKey);

/// <summary>
/// Adds what the participant tells about themselves to their ballot. Errors: <see cref="DialogueNotFound"/>,
/// <see cref="NotEligible"/>, <see cref="UnknownChoice"/>, <see cref="AnswersClosed"/> when the box is sealed or there is no answer.
/// </summary>
public sealed class DescribeParticipantHandler(
    IAppDbContext db, IAnswerDefinitions definitions, IBallotBox box, OwnerTags ownerTags, Participants participants) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(DescribeParticipantCommand command, CancellationToken cancellationToken)
    {
        if (await definitions.FindAsync(command.Dialogue, cancellationToken) is not { } definition)
        {
            return new DialogueNotFound();
        }

        if (participants.Find(definition) is not { } participant || !await box.MayTakePartAsync(definition.DialogueId, participant, cancellationToken))
        {
            return new NotEligible();
        }

        var groups = await db.Set<Population>().Select(p => new { p.Variable, p.Category }).ToListAsync(cancellationToken);
        var about = AboutYou.Check(
            command.Given,
            [.. groups.Where(g => g.Variable == AboutYou.Age).Select(g => g.Category)],
            [.. groups.Where(g => g.Variable == AboutYou.Area).Select(g => g.Category)]);
        if (!about.IsSuccess)
        {
            return about.Error;
        }

        var tag = await ownerTags.FindAsync(definition, participant, command.EditKey, cancellationToken);
        return tag is not null
            && await box.DescribeAsync(definition.DialogueId, tag, JsonSerializer.Serialize(about.Value), cancellationToken)
            ? Done.Value
            : new AnswersClosed(definition.Times.ClosesAt);
    }
}
