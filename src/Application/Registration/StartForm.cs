using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Frames;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Registration;

namespace Medborgardialog.Application.Registration;

/// <param name="Mark">What stands on the form, as typed: the code, or where there are no codes the number.</param>
/// <param name="HasGuessedWrong">True when the network has tried a wrong code in the last hour.</param>
public sealed record StartFormCommand(string Kind, string Slug, int Batch, string? Mark, bool HasGuessedWrong);

public sealed record FormStarted(FormHolder Holder);

/// <summary>
/// Whose form is to be typed. A code is tried by the same function as everybody's, with the same counters. Says nothing about whether an
/// answer is there. Errors: <see cref="RegistrationNotFound"/>, <see cref="CodeOfAnother"/>, <see cref="FormNumberUnreadable"/>, those of
/// <see cref="OpenDialogueWithCodeHandler"/> and of a dialogue that takes no answers.
/// </summary>
public sealed class StartFormHandler(RegistrationDesk desk, OpenDialogueWithCodeHandler codes) : IUseCase
{
    private const int LargestNumber = 99_999;

    public async Task<Result<FormStarted>> HandleAsync(StartFormCommand command, CancellationToken cancellationToken)
    {
        var found = await desk.OpenBatchAsync(command.Kind, command.Slug, command.Batch, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var definition = found.Value.Definition;
        if (desk.Refusal(definition) is { } refusal)
        {
            return refusal;
        }

        if (!await desk.HasCodesAsync(definition, cancellationToken))
        {
            return int.TryParse(command.Mark?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= LargestNumber
                ? await desk.HolderOfNumberAsync(definition, command.Batch, number, cancellationToken) is { } holder
                    ? new FormStarted(holder)
                    : new Domain.Ballots.AnswersClosed(definition.Times.ClosesAt)
                : new FormNumberUnreadable();
        }

        var opened = await codes.HandleAsync(new OpenDialogueWithCodeCommand(command.Mark, command.HasGuessedWrong), cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        return opened.Value.DialogueId == definition.DialogueId
            ? new FormStarted(new FormHolder(opened.Value.PersonId, LetterCode.ReadSelector(command.Mark)!, opened.Value.Unit))
            : new CodeOfAnother();
    }
}
