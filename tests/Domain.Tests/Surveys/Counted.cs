using System.Text;
using System.Text.Json;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Domain.Tests.Surveys;

/// <summary>Answers put together as the gate does, from the JSON that lies in the box.</summary>
internal static class Counted
{
    public static CountedSurvey Of(IEnumerable<Question> questions, IEnumerable<CountedBallot> ballots)
    {
        var questionnaire = new Questionnaire(Guid.Empty);
        questionnaire.Ask(questions);
        return Of(questionnaire, [], ballots);
    }

    public static CountedSurvey Of(Questionnaire questionnaire, IReadOnlyList<BreakdownVariable> breakdowns, IEnumerable<CountedBallot> ballots)
    {
        var counted = new CountedSurvey(questionnaire, breakdowns);
        foreach (var ballot in ballots)
        {
            counted.Add(
                Encoding.UTF8.GetBytes(ballot.Sheet.ToJson()), ballot.About.Count == 0 ? [] : JsonSerializer.SerializeToUtf8Bytes(ballot.About), ballot.Door,
                ballot.RecordKey);
        }

        return counted;
    }
}
