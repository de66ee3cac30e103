using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Frames;

/// <param name="File">The bytes of the file, or null when none was chosen.</param>
public sealed record CheckFrameCommand(string Kind, string Slug, FrameSettings Settings, byte[]? File);

/// <summary>What a dry run found.</summary>
/// <param name="Errors">The first <see cref="CheckFrameHandler.MostShown"/> things to mend, in the order of the file.</param>
/// <param name="ErrorCount">All of them. Zero when the file can be imported, and then it waits for that.</param>
/// <param name="People">How many would be imported.</param>
/// <param name="ByAge">Name of the group and number of people.</param>
public sealed record FrameChecked(
    IReadOnlyList<FrameRowError> Errors, int ErrorCount, int People, int OutsideAges, int OutsideAreas, IReadOnlyList<string> Unused,
    IReadOnlyList<KeyValuePair<string, int>> ByAge, IReadOnlyList<KeyValuePair<string, int>> ByArea);

/// <summary>
/// The dry run: reads the file, says row by row what is wrong and counts by group of ages and area. When nothing is wrong, what would be
/// kept waits a day for the officer to import it; otherwise nothing is kept. Errors: <see cref="FrameNotFound"/>,
/// <see cref="FrameSettingsWrong"/>, those of the file as a whole, <see cref="FrameEmpty"/>, <see cref="FrameInUse"/>, <see cref="FrameBusy"/>.
/// </summary>
public sealed class CheckFrameHandler(IAppDbContext db, FrameDesk desk) : IUseCase
{
    public const int MostShown = 200;
    private static readonly StringComparer _swedish = StringComparer.Create(CultureInfo.GetCultureInfo("sv-SE"), ignoreCase: true);

    public async Task<Result<FrameChecked>> HandleAsync(CheckFrameCommand command, CancellationToken cancellationToken)
    {
        var dialogue = await desk.OpenAsync(command.Kind, command.Slug, cancellationToken);
        if (!dialogue.IsSuccess)
        {
            return dialogue.Error;
        }

        if (await ImportFrameHandler.ObstacleAsync(desk, dialogue.Value, cancellationToken) is { } obstacle)
        {
            return obstacle;
        }

        var settings = command.Settings.Check(desk.Today);
        if (!settings.IsSuccess)
        {
            return settings.Error;
        }

        var groups = await db.Set<Population>().Where(p => p.Variable == AboutYou.Age).OrderBy(p => p.Order).Select(p => p.Category).ToListAsync(cancellationToken);
        var bands = AgeBand.Groups(groups);
        var reading = new FrameReader(command.Settings, bands, dialogue.Value.Groups).Read(command.File ?? []);
        if (!reading.IsSuccess)
        {
            return reading.Error;
        }

        if (reading.Value is { Errors.Count: 0, People.Count: 0 })
        {
            return new FrameEmpty();
        }

        var found = Summary(reading.Value, bands);
        await KeepAsync(dialogue.Value.DialogueId, command.Settings, found, reading.Value, cancellationToken);
        return found;
    }

    private async Task KeepAsync(Guid dialogueId, FrameSettings settings, FrameChecked found, FrameReading reading, CancellationToken cancellationToken)
    {
        // A file checked again takes the place of the one before, also when it has errors: what is imported is what was last seen.
        db.Set<FrameDraft>().RemoveRange(await db.Set<FrameDraft>().Where(d => d.DialogueId == dialogueId).ToListAsync(cancellationToken));
        if (found.ErrorCount == 0)
        {
            db.Set<FrameDraft>().Add(new FrameDraft(
                dialogueId, desk.OfficerId, JsonSerializer.Serialize(settings), JsonSerializer.Serialize(found), Pack(reading.People), desk.Now));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static FrameChecked Summary(FrameReading reading, IReadOnlyList<AgeBand> bands) => new(
        [.. reading.Errors.OrderBy(e => e.Line).Take(MostShown)], reading.Errors.Count, reading.People.Count, reading.OutsideAges, reading.OutsideAreas, reading.Unused,
        [.. bands.Select(b => b.Name).Append("").Select(name => KeyValuePair.Create(name, reading.People.Count(p => p.AgeBand == name))).Where(g => g.Value > 0)],
        [.. reading.People.CountBy(p => p.Area).OrderBy(g => g.Key, _swedish)]);

    internal static byte[] Pack(IReadOnlyList<FrameRow> people)
    {
        using var packed = new MemoryStream();
        using (var zip = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(zip, people);
        }

        return packed.ToArray();
    }

    internal static List<FrameRow> Unpack(byte[] rows)
    {
        using var zip = new BrotliStream(new MemoryStream(rows), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<List<FrameRow>>(zip)!;
    }
}
