using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Classrooms;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Classrooms;

/// <param name="Code">As typed.</param>
public sealed record EnterLessonCommand(string? Code);

/// <param name="Survey">Where the questions are.</param>
/// <param name="Pass">For the browser alone.</param>
/// <param name="IsNew">False when this browser came back to a place that it had.</param>
public sealed record LessonEntered(DialogueSlug Survey, AnswerPass Pass, Guid SurveyId, bool IsNew);

/// <summary>
/// A device comes in with the code of its class and gets a place: a random person that nothing else knows of. One that has a place and has not
/// answered keeps it; one that has answered is in other hands now and takes a new place. Errors: <see cref="ClassCodeMissing"/>,
/// <see cref="ClassCodeMistyped"/>, <see cref="ClassCodeUnknown"/>, <see cref="LessonClosed"/>, <see cref="ClassFull"/>, <see cref="DialogueNotFound"/>.
/// </summary>
public sealed class EnterLessonHandler(
    ILessonGate gate, IAnswerDefinitions definitions, IAnswerPasses passes, IBallotBox box, TimeProvider clock) : IUseCase
{
    public async Task<Result<LessonEntered>> HandleAsync(EnterLessonCommand command, CancellationToken cancellationToken)
    {
        var code = ClassCode.Read(command.Code);
        if (!code.IsSuccess)
        {
            return code.Error;
        }

        var now = clock.GetUtcNow();
        var looked = await gate.LookAsync(code.Value.Symbols, now, cancellationToken);
        if (looked.Door != LessonDoor.In)
        {
            return looked.Door == LessonDoor.Unknown ? new ClassCodeUnknown() : new LessonClosed();
        }

        var survey = new DialogueSlug(DialogueKind.Survey, looked.Slug);
        if (await definitions.FindAsync(survey, cancellationToken) is not { } definition)
        {
            return new DialogueNotFound();
        }

        if (passes.Find(definition.DialogueId) is { } held && held.LessonId == looked.LessonId
            && !await box.HasTakenPartAsync(definition.DialogueId, held.PersonId, cancellationToken))
        {
            return new LessonEntered(survey, held, definition.DialogueId, IsNew: false);
        }

        var turn = await gate.EnterAsync(code.Value.Symbols, now, cancellationToken);
        return turn.Door switch
        {
            LessonDoor.In => new LessonEntered(survey, NewPass(turn.LessonId), definition.DialogueId, IsNew: true),
            LessonDoor.Full => new ClassFull(),
            _ => new LessonClosed(),
        };
    }

    private static AnswerPass NewPass(Guid lessonId) =>
        new(RandomId.New(), AnswerDoor.Classroom) { OwnerSecret = Convert.ToHexString(RandomId.Bytes(32)), LessonId = lessonId };
}
