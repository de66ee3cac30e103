using System.Text.Json;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Frames;

public sealed record GetFrameQuery(string Kind, string Slug);

/// <summary>A list that has been imported.</summary>
/// <param name="Frame">Never changed by those who read it.</param>
/// <param name="Addresses">How many can get a letter.</param>
/// <param name="Codes">How many have a code that works.</param>
/// <param name="Revoked">How many have been taken out.</param>
public sealed record FrameShown(
    Frame Frame, IReadOnlyList<KeyValuePair<string, int>> ByAge, IReadOnlyList<KeyValuePair<string, int>> ByArea, int Addresses, int Codes, int Revoked);

/// <summary>Letters that can be fetched.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="KeptUntil">Last day.</param>
public sealed record LettersShown(int Letters, int Size, DateTimeOffset MadeAt, DateOnly KeptUntil);

/// <summary>All that the officer's page of a frame shows.</summary>
/// <param name="Draft">Id and findings of a checked file that waits.</param>
/// <param name="Task">The latest import or printing, whatever became of it.</param>
/// <param name="IsBusy">It is still going on.</param>
/// <param name="IsClosed">The dialogue has closed: nothing can be brought in or issued.</param>
public sealed record FrameView(
    DialogueAddress Dialogue, FrameShown? Frame, (Guid Id, FrameChecked Found, FrameSettings Settings)? Draft, LettersShown? Letters, LongTask? Task, bool IsBusy, bool IsClosed);

/// <summary>The frame of a dialogue. <see cref="FrameNotFound"/> for all who are no officers.</summary>
public sealed class GetFrameHandler(IAppDbContext db, FrameDesk desk) : IUseCase
{
    public async Task<Result<FrameView>> HandleAsync(GetFrameQuery query, CancellationToken cancellationToken)
    {
        var dialogue = await desk.OpenAsync(query.Kind, query.Slug, cancellationToken);
        if (!dialogue.IsSuccess)
        {
            return dialogue.Error;
        }

        var id = dialogue.Value.DialogueId;

        // First: a job that ends meanwhile is then shown as under way, and the page asks again, never as done beside what was there before it.
        var task = await desk.LatestTaskAsync(id, cancellationToken);
        var frame = await db.Set<Frame>().AsNoTracking().SingleOrDefaultAsync(f => f.DialogueId == id, cancellationToken);
        var aDayAgo = desk.Now.AddDays(-1);
        var draft = await db.Set<FrameDraft>().Where(d => d.DialogueId == id && d.CreatedAt > aDayAgo)
            .Select(d => new { d.Id, d.Summary, d.Settings }).FirstOrDefaultAsync(cancellationToken);
        var letters = await db.Set<LetterFile>().Where(f => f.DialogueId == id && f.KeptUntil >= desk.Today)
            .Select(f => new LettersShown(f.Letters, f.Size, f.MadeAt, f.KeptUntil)).SingleOrDefaultAsync(cancellationToken);
        return new FrameView(
            dialogue.Value,
            frame is null ? null : await ShowAsync(frame, cancellationToken),
            draft is null ? null : (draft.Id, JsonSerializer.Deserialize<FrameChecked>(draft.Summary)!, JsonSerializer.Deserialize<FrameSettings>(draft.Settings)!),
            letters, task, task?.IsUnderWay(desk.Now) == true, desk.Now >= dialogue.Value.ClosesAt);
    }

    private async Task<FrameShown> ShowAsync(Frame frame, CancellationToken cancellationToken)
    {
        var people = db.Set<FramePerson>().Where(p => p.FrameId == frame.Id);
        var cells = await people.GroupBy(p => new { p.AgeBand, p.Area, p.State, HasCode = p.Selector != null, HasContact = p.Contact != null })
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        return new FrameShown(
            frame,
            [.. cells.GroupBy(c => c.Key.AgeBand).OrderBy(g => AgeBand.Parse(g.Key)?.From ?? int.MaxValue).Select(g => KeyValuePair.Create(g.Key, g.Sum(c => c.Count)))],
            [.. cells.GroupBy(c => c.Key.Area).OrderBy(g => g.Key, StringComparer.CurrentCultureIgnoreCase).Select(g => KeyValuePair.Create(g.Key, g.Sum(c => c.Count)))],
            cells.Where(c => c.Key is { HasContact: true, State: FramePersonState.Active }).Sum(c => c.Count),
            cells.Where(c => c.Key is { HasCode: true, State: FramePersonState.Active }).Sum(c => c.Count),
            cells.Where(c => c.Key.State == FramePersonState.Revoked).Sum(c => c.Count));
    }
}
