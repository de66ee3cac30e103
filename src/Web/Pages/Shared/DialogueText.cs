using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Web.Resources;

namespace Medborgardialog.Web.Pages.Shared;

/// <summary>The same steps lead through rådslag and surveys, and some sentences have to say which it is.</summary>
internal static class DialogueText
{
    /// <param name="key">Key of the sentence for a rådslag; that of a survey ends in <c>.survey</c>.</param>
    public static string Of(this ITexts texts, DialogueKind kind, string key, params object[] arguments) =>
        texts[kind == DialogueKind.Survey ? key + ".survey" : key, arguments];

    /// <summary>Why a screen or a form takes no answers, where nobody has begun one.</summary>
    public static string Refusal(this ITexts texts, Dates dates, Error error) => error switch
    {
        AnswersClosed closed => texts["shut.AnswersClosed", dates.Moment(closed.ClosedAt)],
        AnswersPaused or AnswersCancelled or AnswersNotOpen or NotEligible => texts[$"shut.{error.GetType().Name}"],
        _ => texts[error.Code] + ".",
    };
}
