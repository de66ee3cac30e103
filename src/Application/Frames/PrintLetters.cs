using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Frames;

/// <param name="TaskId">Whose subject is the dialogue.</param>
/// <param name="Only">The people who get a letter; null for everybody who was drawn.</param>
public sealed record PrintLettersCommand(Guid TaskId, IReadOnlySet<Guid>? Only = null);

/// <param name="WithoutAddress">People who got no letter and no code, since part of their address is missing.</param>
public sealed record LettersPrinted(int Letters, int WithoutAddress);

/// <summary>
/// Run by the job: makes a code for everyone, prints the letters, and then saves the hashes and the PDF in one transaction, so that there
/// never is a letter whose code does not work. Stopped half-way it has changed nothing and begins anew with other codes. Errors, which
/// also end the task: <see cref="FrameNotFound"/>, <see cref="AddressesForgotten"/>, <see cref="FrameClosed"/>.
/// </summary>
public sealed class PrintLettersHandler(
    IAppDbContext db, IDialogueAddresses dialogues, LetterWriting writing, ILetterPrinter printer, ITaskProgress progress, TimeProvider clock) : IUseCase
{
    private const int ReportEvery = 250;

    public async Task<Result<LettersPrinted>> HandleAsync(PrintLettersCommand command, CancellationToken cancellationToken)
    {
        var task = await db.Set<LongTask>().SingleOrDefaultAsync(t => t.Id == command.TaskId, cancellationToken);
        if (task is null || task.State is LongTaskState.Finished or LongTaskState.Failed)
        {
            return task is null ? new FrameNotFound() : new LettersPrinted(0, 0);
        }

        var frame = await db.Set<Frame>().SingleOrDefaultAsync(f => f.DialogueId == task.SubjectId, cancellationToken);
        var dialogue = await dialogues.FindAsync(task.SubjectId, cancellationToken);
        Error? error = frame is null || dialogue is null ? new FrameNotFound()
            : frame.AddressesForgottenAt is not null ? new AddressesForgotten()
            : clock.GetUtcNow() >= dialogue.ClosesAt ? new FrameClosed()
            : null;
        if (error is not null)
        {
            await progress.FailAsync(task.Id, error.Code, cancellationToken);
            return error;
        }

        try
        {
            return await PrintAsync(task, frame!, dialogue!, command.Only, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            if (await db.Set<LongTask>().AsNoTracking().AnyAsync(t => t.Id == command.TaskId && t.State == LongTaskState.Finished, cancellationToken))
            {
                // Another run of the same job was faster; its letters and its codes stand.
                return new LettersPrinted(0, 0);
            }

            // Something else changed the list meanwhile, and nothing of this run was saved: it has to be run again.
            throw;
        }
    }

    private async Task<Result<LettersPrinted>> PrintAsync(LongTask task, Frame frame, DialogueAddress dialogue, IReadOnlySet<Guid>? only, CancellationToken cancellationToken)
    {
        var people = await db.Set<FramePerson>().Where(p => p.FrameId == frame.Id && p.State == FramePersonState.Active && p.IsDrawn).ToListAsync(cancellationToken);
        people.RemoveAll(p => only?.Contains(p.Id) == false);
        List<FramePerson> reached = [.. people.Where(p => p.Contact is { HasAddress: true }).OrderBy(p => p.Contact!.PostalCode, StringComparer.Ordinal).ThenBy(p => p.Id)];
        var codes = await CodesAsync(task, reached, isReminder: only is not null && frame.CodesIssuedAt is not null, cancellationToken);

        // In a file and not in memory, readable by this process's account alone and gone when it is closed.
        await using var file = new FileStream(
            System.IO.Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        using (var run = printer.Begin(writing.Of(dialogue), file))
        {
            for (var i = 0; i < codes.Length; i++)
            {
                run.Add(new Letter(reached[i].Contact!, codes[i].Shown));
                await TellAsync(task, "frame.step.letters", i + 1, codes.Length, cancellationToken);
            }
        }

        var now = clock.GetUtcNow();
        frame.CodesIssued(now);
        await SaveAsync(task, frame, file, reached.Count, cancellationToken);
        return new LettersPrinted(reached.Count, people.Count - reached.Count);
    }

    /// <summary>A code each, with a selector that nobody in the installation has. The hashing is what takes time, so all cores help.</summary>
    private async Task<LetterCode[]> CodesAsync(LongTask task, List<FramePerson> people, bool isReminder, CancellationToken cancellationToken)
    {
        var taken = await SelectorsAsync(db, cancellationToken);
        var codes = people.ConvertAll(_ => NewCode(taken)).ToArray();
        var kept = new (byte[] Salt, byte[] Hash)[codes.Length];
        for (var from = 0; from < codes.Length; from += ReportEvery)
        {
            await progress.ReportAsync(task.Id, "frame.step.codes", from, codes.Length, cancellationToken);
            Parallel.For(
                from, Math.Min(from + ReportEvery, codes.Length),
                new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount },
                i => kept[i] = CodeSecret.Make(codes[i].Secret));
        }

        if (!isReminder)
        {
            // Letters to everybody take the place of those before.
            var ids = people.ConvertAll(p => p.Id);
            db.Set<EarlierCode>().RemoveRange(await db.Set<EarlierCode>().Where(e => ids.Contains(e.PersonId)).ToListAsync(cancellationToken));
        }

        var now = clock.GetUtcNow();
        for (var i = 0; i < codes.Length; i++)
        {
            if (isReminder && people[i].Selector is not null)
            {
                db.Set<EarlierCode>().Add(new EarlierCode(people[i]));
            }

            people[i].GiveCode(codes[i].Selector, kept[i], now);
        }

        return codes;
    }

    /// <summary>Every selector of the installation.</summary>
    internal static async Task<HashSet<string>> SelectorsAsync(IAppDbContext db, CancellationToken cancellationToken)
    {
        var selectors = await db.Set<FramePerson>().Where(p => p.Selector != null).Select(p => p.Selector!).ToHashSetAsync(cancellationToken);
        selectors.UnionWith(await db.Set<EarlierCode>().Select(e => e.Selector).ToListAsync(cancellationToken));
        return selectors;
    }

    /// <summary>Draws until the selector is free, and takes it.</summary>
    internal static LetterCode NewCode(HashSet<string> taken)
    {
        var code = LetterCode.New();
        while (!taken.Add(code.Selector))
        {
            code = LetterCode.New();
        }

        return code;
    }

    private async Task SaveAsync(LongTask task, Frame frame, FileStream file, int letters, CancellationToken cancellationToken)
    {
        var pdf = new byte[file.Length];
        file.Position = 0;
        await file.ReadExactlyAsync(pdf, cancellationToken);
        await progress.ReportAsync(task.Id, "frame.step.saving", letters, letters, cancellationToken);
        var now = clock.GetUtcNow();
        if (await db.Set<LetterFile>().SingleOrDefaultAsync(f => f.DialogueId == frame.DialogueId, cancellationToken) is { } old)
        {
            old.Replace(letters, pdf, now, now.SwedishDate());
        }
        else
        {
            db.Set<LetterFile>().Add(new LetterFile(frame.DialogueId, letters, pdf, now, now.SwedishDate()));
        }

        task.Report("frame.step.saving", letters, letters, now);
        task.Finish(now);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task TellAsync(LongTask task, string step, int done, int total, CancellationToken cancellationToken)
    {
        if (done % ReportEvery == 0)
        {
            await progress.ReportAsync(task.Id, step, done, total, cancellationToken);
        }
    }
}
