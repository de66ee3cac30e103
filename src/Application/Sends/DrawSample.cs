using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Sends;
using Medborgardialog.Domain.Statistics;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Sends;

/// <param name="Size">How many are drawn; the whole frame again when null.</param>
/// <param name="Seed">4 to 64 letters and digits, for example of a lottery that is drawn in public; empty for one from the system's random generator.</param>
public sealed record DrawSampleCommand(string Kind, string Slug, int? Size, string? Seed);

/// <param name="Seed">The one that was used.</param>
public sealed record SampleDrawn(int Size, int Of, string Seed);

/// <summary>
/// Draws who of the frame is asked, with <see cref="SampleDraw"/>, from everybody on the list, also those who have been taken out since.
/// Until somebody is told it may be drawn anew; each time is kept in the audit log with its seed, so that nobody can draw until it
/// pleases them unseen. Errors: <see cref="SendNotFound"/>, <see cref="SendNobody"/>, <see cref="SampleFrozen"/>,
/// <see cref="FrameBusy"/> while letters are printed, <see cref="SampleSizeWrong"/>, <see cref="SampleSeedWrong"/>.
/// </summary>
public sealed partial class DrawSampleHandler(IAppDbContext db, SendDesk desk, TimeProvider clock) : IUseCase
{
    private const int RandomSeedLength = 20;

    public async Task<Result<SampleDrawn>> HandleAsync(DrawSampleCommand command, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(command.Kind, command.Slug, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        if (opened.Value.Frame is not { } frame)
        {
            return new SendNobody();
        }

        if (opened.Value.InvitedAt is not null)
        {
            return new SampleFrozen();
        }

        if (await desk.PrintsAsync(frame.DialogueId, cancellationToken))
        {
            return new FrameBusy();
        }

        var people = await db.Set<FramePerson>().Where(p => p.FrameId == frame.Id).ToListAsync(cancellationToken);
        if (command.Size is < 1 || command.Size >= people.Count)
        {
            return new SampleSizeWrong();
        }

        var seed = command.Seed?.Trim() is { Length: > 0 } given ? given : RandomNumberGenerator.GetHexString(RandomSeedLength, lowercase: true);
        if (!Seed().IsMatch(seed))
        {
            return new SampleSeedWrong();
        }

        var size = command.Size ?? people.Count;
        var drawn = SampleDraw.Draw(people.Select(p => p.Id), size, seed).ToHashSet();
        people.ForEach(p => p.SetDrawn(drawn.Contains(p.Id)));
        frame.Drawn(size, seed, clock.GetUtcNow());
        desk.Record("send.sampleDrawn", frame.DialogueId, $"{size}/{people.Count}, {seed}");
        await db.SaveChangesAsync(cancellationToken);
        return new SampleDrawn(size, people.Count, seed);
    }

    [GeneratedRegex("^[0-9A-Za-z]{4,64}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Seed();
}
