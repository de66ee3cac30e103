using Medborgardialog.Domain.Surveys;
using Medborgardialog.Web.Pages.Consultations;
using Medborgardialog.Web.Resources;

namespace Medborgardialog.Web.Pages.Surveys;

/// <summary>Where a survey stands, in words.</summary>
internal static class SurveyPhaseText
{
    public static string Chip(ITexts texts, Dates dates, SurveyPhase phase, SurveyTimes? times) => phase switch
    {
        SurveyPhase.Scheduled => texts["survey.phase.Scheduled", dates.Day(times!.AnswersOpenAt)],
        SurveyPhase.Open => texts["survey.phase.Open", dates.Day(PhaseText.LastDay(times!.ClosesAt))],
        _ => texts[$"survey.phase.{phase}"],
    };

    /// <summary>Class of the chip.</summary>
    public static string Tone(SurveyPhase phase) => phase == SurveyPhase.Open ? "pagar" : "";
}
