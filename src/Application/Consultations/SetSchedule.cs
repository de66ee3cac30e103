using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

/// <summary>Times as written by an official: Swedish wall clock.</summary>
public sealed record SetScheduleCommand(
    string Slug, uint Version, DateTime TalkOpens, DateTime AnswersOpen, DateTime Closes, DateTime Results, DateOnly Promised);

/// <summary>
/// Sets the dates. A time that the clocks skip or show twice is refused (trust T18). Errors: those of <see cref="ConsultationDesk"/>,
/// <see cref="ConsultationFrozen"/>, <see cref="ScheduleWrong"/> with the field.
/// </summary>
public sealed class SetScheduleHandler(ConsultationDesk desk) : IUseCase
{
    public Task<Result<ConsultationSaved>> HandleAsync(SetScheduleCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "consultation.schedule", "",
            consultation => Change(consultation, command),
            cancellationToken);

    private static Result<Done> Change(Consultation consultation, SetScheduleCommand command)
    {
        var talk = WallClock.Read(command.TalkOpens, nameof(Schedule.TalkOpensAt));
        var answers = WallClock.Read(command.AnswersOpen, nameof(Schedule.AnswersOpenAt));
        var closes = WallClock.Read(command.Closes, nameof(Schedule.ClosesAt));
        var results = WallClock.Read(command.Results, nameof(Schedule.ResultsAt));
        return new[] { talk, answers, closes, results }.FirstOrDefault(r => !r.IsSuccess) is { Error: { } wrong }
            ? wrong
            : consultation.SetSchedule(new Schedule(talk.Value, answers.Value, closes.Value, results.Value, command.Promised));
    }
}
