namespace Medborgardialog.Application.Classrooms;

public enum LessonDoor
{
    /// <summary>No lesson has the code.</summary>
    Unknown,

    /// <summary>The teacher has not opened it, or it is over.</summary>
    Closed,

    /// <summary>As many have come in as there are places.</summary>
    Full,

    /// <summary>A place has been taken.</summary>
    In,
}

/// <param name="LessonId">Empty when nothing has the code.</param>
/// <param name="Slug">Of the survey.</param>
public sealed record LessonTurn(LessonDoor Door, Guid LessonId, string Slug);

/// <param name="In">Devices that have come in.</param>
/// <param name="Sent">Answers that have come from them.</param>
public sealed record LessonTally(int In, int Sent)
{
    public static LessonTally None { get; } = new(0, 0);
}

/// <summary>
/// Counts who comes in and what comes out, in one row for the whole survey that holds nothing but numbers: which class a change of the row was
/// about, its transaction does not say. The number of places is kept by the database; of the answers nothing more is known than how many.
/// </summary>
public interface ILessonGate
{
    /// <summary>Takes one of the lesson's places, in one statement: of many devices at once no more come in than there are places.</summary>
    /// <param name="code">8 symbols.</param>
    /// <param name="now">The lesson's window is decided by this.</param>
    Task<LessonTurn> EnterAsync(string code, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The lesson that has the code, without taking a place. Never <see cref="LessonDoor.Full"/>.</summary>
    Task<LessonTurn> LookAsync(string code, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>One more answer has come, in a transaction of its own after that of the answer.</summary>
    Task CountSentAsync(Guid lessonId, CancellationToken cancellationToken);

    /// <summary>By lesson; one that nobody has come to is not there.</summary>
    Task<IReadOnlyDictionary<Guid, LessonTally>> TallyAsync(Guid surveyId, CancellationToken cancellationToken);

    /// <summary>
    /// Removes what lists looked like before they were written anew: a copy of the files, unlike a dump, would show in which order pupils were
    /// ticked.
    /// </summary>
    Task ForgetEarlierAsync(CancellationToken cancellationToken);

    /// <summary>Rewrites all lessons in one transaction, so that none tells when it was last written to, and removes what was there before.</summary>
    Task MixAsync(CancellationToken cancellationToken);
}
