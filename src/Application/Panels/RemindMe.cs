using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Panels;

public sealed record RemindMeCommand(string Slug, int Number);

/// <summary>"Spara till senare, påminn mig": the member is reminded tomorrow, once. Errors: those of <see cref="WaveDoor"/>.</summary>
public sealed class RemindMeHandler(IAppDbContext db, WaveDoor door, MemberDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(RemindMeCommand command, CancellationToken cancellationToken)
    {
        var opened = await door.OpenAsync(command.Slug, command.Number, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        opened.Value.Invitation.Remind(desk.Today.AddDays(1));
        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }
}
