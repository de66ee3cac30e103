using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Registration;

namespace Medborgardialog.Application.Registration;

public sealed record StartKioskCommand(string Kind, string Slug);

/// <param name="Path">Local address of the start screen.</param>
public sealed record KioskStarted(Guid DialogueId, string Path);

/// <summary>
/// An officer makes the device at hand a public screen for one dialogue; the caller marks the device and signs the officer out of it.
/// Errors: <see cref="RegistrationNotFound"/>, <see cref="FormsNotTaken"/>, and those of a dialogue that takes no answers.
/// </summary>
public sealed class StartKioskHandler(IAppDbContext db, RegistrationDesk desk) : IUseCase
{
    public async Task<Result<KioskStarted>> HandleAsync(StartKioskCommand command, CancellationToken cancellationToken)
    {
        var found = await desk.OpenAsync(command.Kind, command.Slug, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        if (desk.Refusal(found.Value) is { } refusal)
        {
            return refusal;
        }

        desk.Record("registration.kioskStarted", found.Value.DialogueId);
        await db.SaveChangesAsync(cancellationToken);
        return new KioskStarted(found.Value.DialogueId, $"/kiosk/{command.Kind}/{command.Slug}");
    }
}
