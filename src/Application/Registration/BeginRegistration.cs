using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Registration;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Registration;

/// <param name="TwiceOnPaper">Whether paper forms are typed by two people.</param>
/// <param name="TwiceOnPhone">Whether telephone answers are.</param>
public sealed record BeginRegistrationCommand(string Kind, string Slug, bool TwiceOnPaper, bool TwiceOnPhone);

/// <summary>
/// Decides, once, how a dialogue is registered. Errors: <see cref="RegistrationNotFound"/>, <see cref="FormsNotTaken"/>,
/// <see cref="RegistrationBegun"/>, and those of a dialogue that takes no answers.
/// </summary>
public sealed class BeginRegistrationHandler(IAppDbContext db, RegistrationDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(BeginRegistrationCommand command, CancellationToken cancellationToken)
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

        var id = found.Value.DialogueId;
        if (await db.Set<RegistrationSetup>().AnyAsync(s => s.DialogueId == id, cancellationToken))
        {
            return new RegistrationBegun();
        }

        db.Set<RegistrationSetup>().Add(new RegistrationSetup(id, command.TwiceOnPaper, command.TwiceOnPhone, desk.OfficerId, desk.Now));
        desk.Record("registration.begun", id);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another began in the same instant: the unique index keeps one.
            return new RegistrationBegun();
        }

        return Done.Value;
    }
}
