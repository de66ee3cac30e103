using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>The demo rådslag is answered, as far as the day of the scenario has come, and counted where it has closed.</summary>
internal sealed class TorgetAnswersStep(BallotFilling filling) : ISeedStep
{
    private const int Seed = 2026;
    private const int DraftsLeft = 96;

    public async Task SeedAsync(SeedContext context, CancellationToken cancellationToken)
    {
        var (scenario, now) = (context.Scenario, context.Now);
        if (scenario.Day < Scenario.AnswersOpen)
        {
            return;
        }

        var content = ExempelbyContent.Read<TorgetContent>("torget.json");
        var answers = new SimulatedAnswers(content, Seed).Make();
        var closed = scenario.Day > Scenario.Closes;
        var schedule = new Schedule(
            scenario.At(now, 0, 8), scenario.At(now, Scenario.AnswersOpen, 8), scenario.At(now, Scenario.Closes, 23, 59),
            scenario.At(now, Scenario.Results, 8), scenario.Date(now, Scenario.Promised));
        await filling.FillAsync(
            context.ConsultationId, schedule.AnswersOpenAt, schedule.ClosesAt, Math.Min(scenario.Day, Scenario.Closes) - Scenario.AnswersOpen,
            closed ? answers : [.. answers.Take(content.AnsweredAtDay35)], cancellationToken);
        await filling.LeaveAsync(context.ConsultationId, DraftsLeft, cancellationToken);
        if (closed)
        {
            await filling.SealAsync(context.ConsultationId, schedule.ClosesAt, cancellationToken);
        }
    }
}
