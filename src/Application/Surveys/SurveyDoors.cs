using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Surveys;

/// <summary>How people came in, as a variable that results are told apart by.</summary>
internal static class SurveyDoors
{
    /// <summary>Each door a group of its own, whether anybody came through it or not.</summary>
    public static BreakdownVariable Variable(ITexts texts) => new("door", texts["door.title"], BreakdownSource.Door, Each(texts), Ordered: false);

    /// <summary>Key: the number of the door.</summary>
    public static IReadOnlyList<BreakdownCategory> Each(ITexts texts) =>
        [.. Enum.GetValues<AnswerDoor>().Select(d => new BreakdownCategory(((int)d).ToString(CultureInfo.InvariantCulture), texts[$"door.{d}"]))];
}
