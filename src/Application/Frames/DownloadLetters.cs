using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Frames;

public sealed record DownloadLettersCommand(string Kind, string Slug);

/// <param name="Name">File name.</param>
public sealed record LettersDownloaded(byte[] Pdf, string Name);

/// <summary>Hands the letters to an officer, with a row in the audit log each time. Errors: <see cref="FrameNotFound"/>, <see cref="LettersGone"/>.</summary>
public sealed class DownloadLettersHandler(IAppDbContext db, FrameDesk desk) : IUseCase
{
    public async Task<Result<LettersDownloaded>> HandleAsync(DownloadLettersCommand command, CancellationToken cancellationToken)
    {
        var dialogue = await desk.OpenAsync(command.Kind, command.Slug, cancellationToken);
        if (!dialogue.IsSuccess)
        {
            return dialogue.Error;
        }

        var file = await db.Set<LetterFile>().AsNoTracking()
            .SingleOrDefaultAsync(f => f.DialogueId == dialogue.Value.DialogueId && f.KeptUntil >= desk.Today, cancellationToken);
        if (file is null)
        {
            return new LettersGone();
        }

        desk.Record("frame.lettersFetched", dialogue.Value.DialogueId);
        await db.SaveChangesAsync(cancellationToken);
        return new LettersDownloaded(file.Pdf, $"brev-{dialogue.Value.Slug}.pdf");
    }
}
