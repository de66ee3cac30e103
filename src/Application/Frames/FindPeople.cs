using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Frames;

/// <param name="Name">Part of a name, at least 3 characters.</param>
public sealed record FindPeopleCommand(string Kind, string Slug, string? Name);

/// <summary>Somebody with a code, while the addresses are there.</summary>
public sealed record PersonListed(string Selector, string Name, string Street, string City);

/// <summary>
/// People by name, for those whose letter is lost and who know nothing of their code. That an officer has looked is audited, the name is
/// not. At most <see cref="Most"/>, in order of names. Errors: <see cref="FrameNotFound"/>, <see cref="AddressesForgotten"/>,
/// <see cref="NameTooShort"/>, <see cref="NameNotFound"/>.
/// </summary>
public sealed class FindPeopleHandler(IAppDbContext db, FrameDesk desk) : IUseCase
{
    public const int Most = 20;
    private const int Shortest = 3;

    public async Task<Result<IReadOnlyList<PersonListed>>> HandleAsync(FindPeopleCommand command, CancellationToken cancellationToken)
    {
        var dialogue = await desk.OpenAsync(command.Kind, command.Slug, cancellationToken);
        if (!dialogue.IsSuccess)
        {
            return dialogue.Error;
        }

        var frame = await desk.FindAsync(dialogue.Value.DialogueId, cancellationToken);
        if (frame is null or { AddressesForgottenAt: not null })
        {
            return frame is null ? new FrameNotFound() : new AddressesForgotten();
        }

        var name = (command.Name ?? "").Trim();
        if (name.Length < Shortest)
        {
            return new NameTooShort();
        }

        // Read through one by one: names are in one value with the address, so that they are erased as one.
        var people = await db.Set<FramePerson>().AsNoTracking().Where(p => p.FrameId == frame.Id && p.Selector != null && p.Contact != null)
            .Select(p => new { p.Selector, p.Contact }).ToListAsync(cancellationToken);
        List<PersonListed> found =
        [
            .. people.Where(p => p.Contact!.Name.Contains(name, StringComparison.OrdinalIgnoreCase)).OrderBy(p => p.Contact!.Name, StringComparer.CurrentCulture).Take(Most)
                .Select(p => new PersonListed(p.Selector!, p.Contact!.Name, p.Contact.Street, p.Contact.City)),
        ];
        desk.Record("frame.nameSearched", dialogue.Value.DialogueId);
        await db.SaveChangesAsync(cancellationToken);
        return found.Count == 0 ? new NameNotFound() : found;
    }
}
