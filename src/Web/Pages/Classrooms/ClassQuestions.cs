using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Web.Pages.Shared;
using Route = Medborgardialog.Domain.Ballots.Route;

namespace Medborgardialog.Web.Pages.Classrooms;

/// <summary>
/// The questions as the script of a class reads them: what may be answered, when each is asked, and what is said when something is wrong. The
/// device only shows by it; the server checks and runs the logic again.
/// </summary>
internal static class ClassQuestions
{
    private static readonly JsonSerializerOptions _json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonNamingPolicy.CamelCase,

        // Stands in an attribute, which the page encodes.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(Questionnaire questionnaire, ITexts texts, string language) => JsonSerializer.Serialize(
        questionnaire.Route.Steps.Where(s => !s.Question.IsAddOn).Select(s => Of(s.In(language).Question, Route.Whole(s.Battery ?? s.Question, questionnaire.Experience), texts)), _json);

    public static string Words(ITexts texts) => JsonSerializer.Serialize(
        new
        {
            Progress = texts["st.progress", "{0}", "{1}"], Left = texts["answer.unanswered"], Change = texts["act.change"], Up = texts["answer.rankUp"],
            Down = texts["answer.rankDown"], Remove = texts["answer.rankRemove"], RankFirst = texts["answer.rankFirst"], RankNext = texts["answer.rankNext", "{0}"],
            Error = texts["err.prefix"], Unsent = texts["class.stop.unknown"],
        },
        _json);

    private static object Of(Question question, Condition? asked, ITexts texts)
    {
        string Say(Error error) => AnswerErrorText.Of(error, question, texts);
        var key = question.Key;
        return new
        {
            question.Key, Kind = question.Kind.ToString(), question.Text, question.Unit, question.Required, Most = question.MaxChoices, question.MaxLength, question.Lowest, question.Highest,
            question.Decimals, Point = question.Place == PlaceForm.Point, Typed = question.IsText || question.IsTyped,
            Choices = question.Choices.ToDictionary(c => c.Key, c => c.Label, StringComparer.Ordinal),
            Outside = question.Choices.Where(c => c.IsOutside).Select(c => c.Key),
            If = asked,
            Says = new
            {
                Missing = Say(new AnswerMissing(key)), Many = Say(new TooManyChoices(key, question.MaxChoices)), Alone = texts["answer.outsideChoiceNotAlone", "{0}"],
                Long = texts["answer.tooLong", "{0}", "{1}"], Number = Say(new NumberUnreadable(key)), Limits = Limits(question, texts),
                Decimals = Say(new TooManyDecimals(key, question.Decimals)), Day = Say(new DateUnreadable(key)), Point = Say(new PointUnreadable(key)),
            },
        };
    }

    private static string Limits(Question question, ITexts texts) => AnswerErrorText.Of(
        new NumberOutside(
            question.Key,
            question.Lowest ?? (question.Highest is null ? -AnswerCheck.MostNumber : null),
            question.Highest ?? (question.Lowest is null ? AnswerCheck.MostNumber : null)),
        question, texts);
}
