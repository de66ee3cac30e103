using System.Globalization;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Registration;

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

    /// <summary>Key of the question that an error is about; null for an error about something else.</summary>
    public static string? QuestionOf(Error error) => error switch
    {
        AnswerMissing e => e.QuestionKey,
        TooManyChoices e => e.QuestionKey,
        UnknownChoice e => e.QuestionKey,
        AnswerTooLong e => e.QuestionKey,
        OutsideChoiceNotAlone e => e.QuestionKey,
        NumberUnreadable e => e.QuestionKey,
        NumberOutside e => e.QuestionKey,
        TooManyDecimals e => e.QuestionKey,
        DateUnreadable e => e.QuestionKey,
        PointUnreadable e => e.QuestionKey,
        DifferenceOpen e => e.QuestionKey,
        RanksUnreadable e => e.QuestionKey,
        _ => null,
    };

    private static string Number(decimal number) => number.ToString("0.######", CultureInfo.CurrentCulture);
}
