using System.Globalization;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Ballots;

/// <summary>Checks the answer to one question and gives it in its normal form.</summary>
public static class AnswerCheck
{
    /// <summary>Largest number that can be answered, either sign, where the question sets no limit: a million answers still add up.</summary>
    public const decimal MostNumber = 1_000_000_000_000;

    private static readonly string[] _dates = ["yyyy-MM-dd", "yyyy-M-d", "yyyyMMdd", "d/M yyyy", "d.M.yyyy"];

    /// <summary>
    /// The answer to store. Choices in the question's order without doubles (a ranking in the order given); text trimmed, with NFC and
    /// LF line ends, bidi controls removed; a number without white space and with a decimal point; a day as <c>yyyy-MM-dd</c>; a point as
    /// <c>latitude,longitude</c>. Errors: <see cref="AnswerMissing"/>, <see cref="UnknownChoice"/>, <see cref="TooManyChoices"/>,
    /// <see cref="OutsideChoiceNotAlone"/>, <see cref="AnswerTooLong"/>, <see cref="NumberUnreadable"/>, <see cref="NumberOutside"/>,
    /// <see cref="TooManyDecimals"/>, <see cref="DateUnreadable"/>, <see cref="PointUnreadable"/>.
    /// </summary>
    public static Result<Answer> Check(Question question, IReadOnlyCollection<string> choices, string? text)
    {
        // "Vet inte" beside a field to type in is a choice, and stands for the whole answer.
        if ((question.IsText || question.IsTyped) && choices.Count == 0)
        {
            return CheckTyped(question, PlainText.Clean(text ?? ""));
        }

        if (choices.Any(c => !question.Choices.Any(known => known.Key == c)))
        {
            return new UnknownChoice(question.Key);
        }

        var known = question.Kind == QuestionKind.Ranking
            ? choices.Distinct(StringComparer.Ordinal).ToList()
            : question.Choices.Select(c => c.Key).Where(choices.Contains).ToList();
        if (known.Count == 0)
        {
            return question.Required ? new AnswerMissing(question.Key) : Answer.Empty;
        }

        var max = question.Kind is QuestionKind.Multiple or QuestionKind.Ranking ? question.MaxChoices : 1;
        if (known.Count > max)
        {
            return new TooManyChoices(question.Key, max);
        }

        return known.Count > 1 && question.Choices.FirstOrDefault(c => (c.OutsideBase || c.NoExperience) && known.Contains(c.Key)) is { } outside
            ? new OutsideChoiceNotAlone(question.Key, outside.Label)
            : new Answer(known, "");
    }

    private static Result<Answer> CheckTyped(Question question, string text)
    {
        if (text.Length == 0)
        {
            return question.Required ? new AnswerMissing(question.Key) : Answer.Empty;
        }

        return question.Kind switch
        {
            QuestionKind.Number => CheckNumber(question, text),
            QuestionKind.Date => CheckDate(question, text),
            QuestionKind.Place when question.Place == PlaceForm.Point => CheckPoint(question, text),
            _ => text.Length > question.MaxLength
                ? new AnswerTooLong(question.Key, text.Length - question.MaxLength, question.MaxLength)
                : new Answer([], text),
        };
    }

    private static Result<Answer> CheckNumber(Question question, string text)
    {
        var bare = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Replace(',', '.').Replace('\u2212', '-');
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (bare.Length > 28 || !decimal.TryParse(bare, style, CultureInfo.InvariantCulture, out var number))
        {
            return new NumberUnreadable(question.Key);
        }

        if (number < question.Lowest || number > question.Highest)
        {
            return new NumberOutside(question.Key, question.Lowest, question.Highest);
        }

        if (Math.Abs(number) > MostNumber)
        {
            return new NumberOutside(question.Key, question.Lowest ?? -MostNumber, question.Highest ?? MostNumber);
        }

        return decimal.Round(number, question.Decimals) != number
            ? new TooManyDecimals(question.Key, question.Decimals)
            : new Answer([], Bare(number));
    }

    private static Result<Answer> CheckDate(Question question, string text) =>
        DateOnly.TryParseExact(text, _dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new Answer([], day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            : new DateUnreadable(question.Key);

    private static Result<Answer> CheckPoint(Question question, string text)
    {
        // With a space between them the comma may be a decimal comma; without, it parts them.
        const StringSplitOptions options = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        var parts = text.Split([' ', '\u00A0', ';'], options);
        parts = parts.Length == 2 ? [.. parts.Select(p => p.Trim(',').Replace(',', '.'))] : text.Split(',', options);
        return parts.Length == 2 && Degrees(parts[0], 90) is { } latitude && Degrees(parts[1], 180) is { } longitude
            ? new Answer([], $"{Bare(latitude)},{Bare(longitude)}")
            : new PointUnreadable(question.Key);
    }

    /// <summary>Ten metres say where a thing is; more would say more about who pointed at it.</summary>
    private static decimal? Degrees(string text, decimal most)
    {
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return text.Length < 28 && decimal.TryParse(text, style, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most
            ? decimal.Round(degrees, 4)
            : null;
    }

    private static string Bare(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
