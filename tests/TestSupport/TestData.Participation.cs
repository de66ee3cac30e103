using System.Security.Cryptography;
using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medborgardialog.TestSupport;

public sealed partial class TestData
{
    /// <summary>A frame with so many people of each age and area; their ids in that order.</summary>
    public async Task<IReadOnlyList<Guid>> PeopleAsync(Guid dialogueId, params (string Age, string Area, int Count)[] groups)
    {
        var frame = new Frame(dialogueId, FrameSettings(Now.SwedishDate()), groups.Sum(g => g.Count), Guid.CreateVersion7(), Now);
        var people = groups.SelectMany(g => Enumerable.Range(0, g.Count).Select(_ => new FramePerson(frame.Id, g.Age, g.Area, "", "sv", FrameContact.None))).ToList();
        Db.Add(frame);
        Db.AddRange(people);
        await Db.SaveChangesAsync();
        Db.ChangeTracker.Clear();
        return [.. people.Select(p => p.Id)];
    }

    /// <summary>Somebody answers through the ballot box; again to change.</summary>
    /// <param name="choice">Of the question <c>val</c>.</param>
    public async Task AnswerAsync(Guid dialogueId, Guid participantId, AnswerDoor door = AnswerDoor.LetterCode, string choice = "a", string? about = null)
    {
        var box = services.GetRequiredService<IBallotBox>();
        var tag = OwnerTag.Open(participantId);
        var body = $$"""{"val":["{{choice}}"]}""";
        var outcome = await box.CastAsync(
            new Cast(dialogueId, participantId, tag, SHA256.HashData(RandomId.Bytes(16)), body, body, Convert.ToHexString(RandomId.Bytes(16)), null, door), CancellationToken.None);
        if (outcome.Status is not (CastStatus.Accepted or CastStatus.Changed))
        {
            throw new InvalidOperationException($"The answer was not stored: {outcome.Status}");
        }

        if (about is not null)
        {
            await box.DescribeAsync(dialogueId, tag, about, CancellationToken.None);
        }
    }

    /// <summary>It was counted the night before, so that it may be counted again.</summary>
    public Task ReleasedYesterdayAsync(Guid dialogueId) => Db.Database.ExecuteSqlAsync(
        $"UPDATE participation_release SET released_on = released_on - 1, content = jsonb_set(content, ARRAY['Day'], to_jsonb(released_on - 1)) WHERE dialogue_id = {dialogueId}");
}
