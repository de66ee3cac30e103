using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Frames;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Frames;

/// <summary>One of a standing group, as the list of a dialogue knows them.</summary>
/// <param name="Name">As messages greet them.</param>
/// <param name="Groups">Other groups by key.</param>
public sealed record ListedMember(string Name, string Email, string AgeBand, string Area, IReadOnlyDictionary<string, string> Groups);

/// <summary>
/// Lists that are not brought in from a file but are the members of a standing group. From there on they are as others: sends, codes,
/// forms, response rates and retention need to know of no second kind. The caller saves.
/// </summary>
public sealed class FrameMembers(IAppDbContext db, TimeProvider clock)
{
    /// <param name="settings">What is said of the list.</param>
    /// <param name="youth">Messages keep the hours of the young.</param>
    /// <returns>The persons in the order of <paramref name="members"/>.</returns>
    public IReadOnlyList<FramePerson> Open(Guid dialogueId, FrameSettings settings, bool youth, IReadOnlyList<ListedMember> members, Guid by)
    {
        var frame = new Frame(dialogueId, settings, members.Count, by, clock.GetUtcNow());
        frame.IsOfMembers(youth, clock.GetUtcNow());
        var people = members.Select(m => Person(frame.Id, m)).ToList();
        db.Set<Frame>().Add(frame);
        db.Set<FramePerson>().AddRange(people);
        return people;
    }

    /// <summary>One who has come while it is asked.</summary>
    public async Task<FramePerson> AddAsync(Guid dialogueId, ListedMember member, CancellationToken cancellationToken)
    {
        var frame = await db.Set<Frame>().SingleAsync(f => f.DialogueId == dialogueId, cancellationToken);
        frame.Grow();
        var person = Person(frame.Id, member);
        db.Set<FramePerson>().Add(person);
        return person;
    }

    /// <summary>Whether the person stands in the dialogue's list and has not been taken out.</summary>
    public Task<bool> HoldsAsync(Guid dialogueId, Guid personId, CancellationToken cancellationToken) =>
        db.Set<FramePerson>().AnyAsync(
            p => p.Id == personId && p.State == FramePersonState.Active && db.Set<Frame>().Any(f => f.Id == p.FrameId && f.DialogueId == dialogueId), cancellationToken);

    /// <summary>They have left: they get no messages and may not answer any more, and nothing that was told of them is known.</summary>
    public async Task TakeOutAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken)
    {
        foreach (var person in await db.Set<FramePerson>().Where(p => personIds.Contains(p.Id)).ToListAsync(cancellationToken))
        {
            _ = person.Revoke();
            person.ForgetAll();
        }
    }

    /// <summary>Has come by the letter: how it was sent need not be known any more.</summary>
    public async Task ForgetContactAsync(Guid personId, CancellationToken cancellationToken)
    {
        foreach (var person in await db.Set<FramePerson>().Where(p => p.Id == personId).ToListAsync(cancellationToken))
        {
            person.ForgetContact();
        }
    }

    private static FramePerson Person(Guid frameId, ListedMember member)
    {
        var person = new FramePerson(frameId, member.AgeBand, member.Area, "", "sv", FrameContact.None with { Name = member.Name, Email = member.Email });
        person.SetGroups(member.Groups);
        return person;
    }
}
