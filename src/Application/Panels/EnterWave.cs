using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Panels;

public sealed record EnterWaveCommand(string Slug, int Number);

/// <param name="Dialogue">Where the questions are.</param>
public sealed record WaveEntered(DialogueSlug Dialogue);

/// <summary>A member begins to answer: the browser gets a pass for this wave's survey and nothing else. Errors: those of <see cref="WaveDoor"/>.</summary>
public sealed class EnterWaveHandler(WaveDoor door, IAnswerPasses passes) : IUseCase
{
    public async Task<Result<WaveEntered>> HandleAsync(EnterWaveCommand command, CancellationToken cancellationToken)
    {
        var opened = await door.OpenAsync(command.Slug, command.Number, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        passes.Give(opened.Value.Survey.Id, new AnswerPass(opened.Value.Invitation.PersonId, AnswerDoor.Panel) { Account = opened.Value.Invitation.ResidentId });
        return new WaveEntered(new DialogueSlug(DialogueKind.Survey, opened.Value.Survey.Slug));
    }
}
