using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Web.Resources;

namespace Medborgardialog.Web.Pages.Consultations;

/// <summary>How a phase is said and what a visitor can do in it (ux 2.7).</summary>
internal static class PhaseText
{
    public static string Chip(ITexts texts, Dates dates, Phase phase, Schedule? schedule, DateOnly? promisedAt) => phase switch
    {
        Phase.Scheduled => texts["chip.Scheduled", dates.Day(schedule!.TalkOpensAt)],
        Phase.OpenAnswer => texts["chip.OpenAnswer", dates.Day(LastDay(schedule!.ClosesAt))],
        Phase.WithCommittee => texts["chip.WithCommittee", dates.Day(promisedAt!.Value)],
        Phase.Archived => texts["chip.Archived", schedule!.ClosesAt.ToSwedish().Year],
        _ => texts[$"chip.{phase}"],
    };

    /// <summary>The tone of the chip: what is going on, what needs attention, the rest.</summary>
    public static string Tone(Phase phase) => phase switch
    {
        Phase.OpenTalk or Phase.OpenAnswer => "pagar",
        Phase.AnswerLate => "sen",
        _ => "",
    };

    /// <summary>The last day on which one can act when it closes at <paramref name="closesAt"/>: midnight belongs to the day before.</summary>
    public static DateOnly LastDay(DateTimeOffset closesAt) => closesAt.AddTicks(-1).SwedishDate();

    /// <summary>The one thing to do now: key of the words and the address below the rådslag; null when there is nothing.</summary>
    public static (string Key, string Path)? Action(Phase phase) => phase switch
    {
        Phase.OpenTalk => ("consultation.action.talk", "/diskussion"),
        Phase.OpenAnswer => ("consultation.action.answer", "/svara"),
        Phase.Results => ("consultation.action.result", "/resultat"),
        Phase.WithCommittee or Phase.AnswerLate => ("consultation.action.result", "/resultat"),
        Phase.Answered or Phase.FollowUp or Phase.Archived => ("consultation.action.decision", "/beslut"),
        _ => null,
    };

    public static IReadOnlyList<Step> Timeline(ITexts texts, Dates dates, ConsultationView view)
    {
        var schedule = view.Schedule!;
        var order = view.Phase switch
        {
            Phase.Draft or Phase.InReview or Phase.Scheduled => 0,
            Phase.OpenTalk => 1,
            Phase.OpenAnswer or Phase.Paused or Phase.Cancelled => 2,
            Phase.Closed => 3,
            Phase.Results or Phase.WithCommittee or Phase.AnswerLate => 4,
            _ => 5,
        };
        return
        [
            new(texts["step.background"], texts[order == 0 ? "step.toCome" : "step.done"], State(0)),
            new(texts["step.talk"], order switch
            {
                0 => dates.Day(schedule.TalkOpensAt),
                1 or 2 => texts["step.since", dates.Day(schedule.TalkOpensAt)],
                _ => texts["step.done"],
            }, order is 1 or 2 ? "pagar" : State(1)),
            new(texts["step.answer"], order switch
            {
                < 2 => texts["step.opens", dates.Day(schedule.AnswersOpenAt)],
                2 => texts["step.nowUntil", dates.Day(LastDay(schedule.ClosesAt))],
                _ => texts["step.closed", dates.Day(LastDay(schedule.ClosesAt))],
            }, State(2)),
            new(texts["step.result"], order switch
            {
                < 4 => dates.Day(schedule.ResultsAt),
                _ => texts["step.done"],
            }, order == 3 ? "nu" : State(3)),
            new(texts["step.decision"], view.Phase switch
            {
                Phase.AnswerLate => texts["step.late"],
                Phase.Answered or Phase.FollowUp or Phase.Archived => texts["step.done"],
                _ => texts["step.atLatest", dates.Day(view.PromisedAt!.Value)],
            }, order == 4 ? "nu" : State(5)),
        ];

        string State(int step) => order == step ? "nu" : order > step ? "klar" : "";
    }

    /// <param name="State"><c>klar</c>, <c>pagar</c>, <c>nu</c> (the present step) or empty.</param>
    public sealed record Step(string Name, string When, string State);
}
