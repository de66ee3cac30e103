using System.Text;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Ballots;

/// <summary>The questions of one dialogue, in order. Shared by rådslag and surveys; holds no identity.</summary>
public sealed class Questionnaire
{
    private Questionnaire()
    {
    }

    public Questionnaire(Guid dialogueId) => DialogueId = dialogueId;

    /// <summary>The rådslag (or survey) that asks. Also the key.</summary>
    public Guid DialogueId { get; private set; }

    public IReadOnlyList<Question> Questions { get; private set; } = [];

    public Question? Headline => Questions.FirstOrDefault(q => q.Headline);

    /// <summary>Replaces all questions. The caller has made sure that nothing is frozen.</summary>
    public void Ask(IEnumerable<Question> questions) => Questions = [.. questions];

    /// <summary>The question with number <paramref name="number"/>, from 1, or null.</summary>
    public Question? Number(int number) =>
        number >= 1 && number <= Questions.Count ? Questions[number - 1] : null;

    /// <summary>Most questions of one dialogue. Real dialogues of statements have had 50 to 60.</summary>
    public const int MaxQuestions = 60;

    /// <summary>Most choices of one question.</summary>
    public const int MaxQuestionChoices = 20;

    /// <summary>The first rule that <paramref name="questions"/> break, or null.</summary>
    public static Error? Validate(IReadOnlyList<Question> questions)
    {
        if (questions.Count > MaxQuestions || questions.DistinctBy(q => q.Key).Count() != questions.Count)
        {
            return new TooManyQuestions(MaxQuestions);
        }

        if (questions.Count(q => q.Headline) > 1)
        {
            return new HeadlineTwice();
        }

        return questions.Select(Fault).FirstOrDefault(e => e is not null);
    }

    private static Error? Fault(Question question)
    {
        if (string.IsNullOrWhiteSpace(question.Text))
        {
            return new QuestionTextMissing();
        }

        if (question.IsText)
        {
            return question.Headline ? new HeadlineNeedsOneChoice() : null;
        }

        if (question.Headline && question.Kind != QuestionKind.Single)
        {
            return new HeadlineNeedsOneChoice();
        }

        if (question.Choices.Count is < 2 or > MaxQuestionChoices
            || question.Choices.Any(c => string.IsNullOrWhiteSpace(c.Label))
            || question.Choices.DistinctBy(c => c.Key).Count() != question.Choices.Count)
        {
            return new ChoicesWrong(MaxQuestionChoices);
        }

        return question.MaxChoices < 1 || question.MaxChoices > question.Choices.Count ? new MaxChoicesWrong(question.Choices.Count) : null;
    }

    /// <summary>
    /// Checks one question's input and gives the answer to store: choices in the question's order without doubles,
    /// text trimmed, with NFC and LF line ends, bidi controls removed.
    /// Errors: <see cref="AnswerMissing"/>, <see cref="UnknownChoice"/>, <see cref="TooManyChoices"/>, <see cref="AnswerTooLong"/>.
    /// </summary>
    public static Result<Answer> Check(Question question, IReadOnlyCollection<string> choices, string? text)
    {
        if (question.IsText)
        {
            var clean = Clean(text ?? "");
            if (clean.Length == 0)
            {
                return question.Required ? new AnswerMissing(question.Key) : Answer.Empty;
            }

            return clean.Length > question.MaxLength
                ? new AnswerTooLong(question.Key, clean.Length - question.MaxLength, question.MaxLength)
                : new Answer([], clean);
        }

        var known = question.Choices.Select(c => c.Key).Where(choices.Contains).ToList();
        if (choices.Any(c => !question.Choices.Any(known => known.Key == c)))
        {
            return new UnknownChoice(question.Key);
        }

        if (known.Count == 0)
        {
            return question.Required ? new AnswerMissing(question.Key) : Answer.Empty;
        }

        var max = question.Kind == QuestionKind.Single ? 1 : question.MaxChoices;
        return known.Count > max ? new TooManyChoices(question.Key, max) : new Answer(known, "");
    }

    /// <summary>Checks a whole sheet and gives it back cleaned, or every error in the order of the questions.</summary>
    public (AnswerSheet Sheet, IReadOnlyList<Error> Errors) Check(AnswerSheet sheet)
    {
        var clean = new AnswerSheet();
        var errors = new List<Error>();
        foreach (var question in Questions)
        {
            var given = sheet[question.Key];
            var result = Check(question, [.. given.Choices], given.Text);
            if (result.IsSuccess)
            {
                clean.Set(question.Key, result.Value);
            }
            else
            {
                errors.Add(result.Error);
            }
        }

        return (clean, errors);
    }

    private static string Clean(string text)
    {
        var normal = text.Replace("\r\n", "\n").Replace('\r', '\n').Normalize(NormalizationForm.FormC);
        var kept = new StringBuilder(normal.Length);
        foreach (var c in normal)
        {
            // Bidi overrides and isolates could turn the order of what readers see; NUL cannot be stored.
            if (c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\0')
            {
                continue;
            }

            kept.Append(c);
        }

        return kept.ToString().Trim();
    }
}
