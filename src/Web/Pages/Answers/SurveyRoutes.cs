using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Medborgardialog.Web.Pages.Answers;

/// <summary>The answer flow of a rådslag is that of a survey too, below the survey's own address.</summary>
internal static class SurveyRoutes
{
    public static void Add(PageConventionCollection conventions)
    {
        conventions.AddPageRoute("/Answers/Question", "/enkater/{slug}/fraga/{number:int}");
        conventions.AddPageRoute("/Answers/Check", "/enkater/{slug}/kontrollera");
        conventions.AddPageRoute("/Answers/Save", "/enkater/{slug}/spara");
        conventions.AddPageRoute("/Answers/Sent", "/enkater/{slug}/klart");
    }
}
