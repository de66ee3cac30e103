using System.Globalization;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Web.Pages.Shared;

/// <summary>What is wrong with an answer, in words.</summary>
public static class AnswerErrorText
{
    public static string Of(Error error, Question question, ITexts texts) => error switch
    {
        AnswerMissing when question.Kind == QuestionKind.Ranking => texts["answer.rankMissing"],
        AnswerMissing when question is { IsText: false, IsTyped: false } =>
            texts[question.Choices.Any(c => c.OptionLetter is not null) ? "answer.choose" : "answer.chooseOne"],
        TooManyChoices many => texts[error.Code, many.Max],
        AnswerTooLong tooLong => texts[error.Code, tooLong.Over, tooLong.Max],
        OutsideChoiceNotAlone outside => texts[error.Code, outside.Label],
        TooManyDecimals decimals => texts[decimals.Max == 0 ? "answer.wholeNumber" : error.Code, decimals.Max],
        NumberOutside { Lowest: { } least, Highest: { } most } => texts[error.Code, Number(least), Number(most)],
        NumberOutside { Lowest: { } least } => texts["answer.numberTooSmall", Number(least)],
        NumberOutside { Highest: { } most } => texts["answer.numberTooLarge", Number(most)],
        _ => texts[error.Code],
    };

    private static string Number(decimal number) => number.ToString("0.######", CultureInfo.CurrentCulture);
}
