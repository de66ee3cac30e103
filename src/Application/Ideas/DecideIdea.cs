using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Ideas;

namespace Medborgardialog.Application.Ideas;

/// <param name="Version">The idea as the moderator saw it.</param>
/// <param name="Rule">The rule that it breaks, where it is refused.</param>
public sealed record DecideIdeaCommand(int Number, uint Version, bool Show, HouseRule? Rule);

/// <summary>
/// A moderator shows an idea or refuses it with a rule, and its author is told. Errors: <see cref="IdeaForbidden"/>, those of <see cref="IdeaDesk"/>, of
/// <see cref="Idea.Show"/> and of <see cref="Idea.Refuse"/>.
/// </summary>
public sealed class DecideIdeaHandler(IdeaDesk desk, IdeaMail mail) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(DecideIdeaCommand command, CancellationToken cancellationToken)
    {
        if (!desk.MayModerate)
        {
            return new IdeaForbidden();
        }

        var found = await desk.OpenAsync(command.Number, command.Version, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var idea = found.Value;
        var decided = command.Show ? idea.Show(desk.Me, desk.Now) : idea.Refuse(command.Rule, desk.Me, desk.Now);
        if (!decided.IsSuccess)
        {
            return decided;
        }

        await (command.Show ? mail.TellShownAsync(idea, cancellationToken) : mail.TellRefusedAsync(idea, cancellationToken));
        return await desk.SaveAsync(idea, command.Show ? "idea.shown" : "idea.refused", command.Show ? "" : idea.Rule!.Value.ToString(), cancellationToken);
    }
}
