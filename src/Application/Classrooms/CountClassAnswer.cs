using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Classrooms;

public sealed record CountClassAnswerCommand(Guid LessonId);

/// <summary>
/// One more for the teacher's number. After the answer and apart from it: a number that is lost matters less than a row that is written together
/// with an answer.
/// </summary>
public sealed class CountClassAnswerHandler(ILessonGate gate) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(CountClassAnswerCommand command, CancellationToken cancellationToken)
    {
        await gate.CountSentAsync(command.LessonId, cancellationToken);
        return Done.Value;
    }
}
