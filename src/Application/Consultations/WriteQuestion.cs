using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

/// <param name="Key">Key of the choice as it was, or empty for a new one.</param>
/// <param name="Label">Empty means that the choice is taken away.</param>
/// <param name="OptionLetter">The option it stands for, or empty.</param>
public sealed record ChoiceText(string Key, string Label, string Hint, string OptionLetter, bool OutsideBase);

/// <param name="Key">Key of the question, or empty for a new one, which comes last.</param>
public sealed record WriteQuestionCommand(
    string Slug, uint Version, string Key, QuestionKind Kind, string Section, string Text, string Hint,
    bool Required, bool Headline, int MaxChoices, IReadOnlyList<ChoiceText> Choices);

/// <summary>
/// Adds or changes one question with its choices, in the order given. A question made headline takes that from the one before.
/// Errors: those of <see cref="ConsultationDesk"/>, <see cref="ConsultationFrozen"/>, <see cref="QuestionNotFound"/>, those of <see cref="QuestionRules"/>.
/// </summary>
public sealed class WriteQuestionHandler(ConsultationDesk desk) : IUseCase
{
    private const int MaxKey = 32;

    public Task<Result<ConsultationSaved>> HandleAsync(WriteQuestionCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "consultation.question", "",
            (consultation, questionnaire) => Change(consultation, questionnaire, command),
            cancellationToken);

    private static Result<Done> Change(Consultation consultation, Questionnaire questionnaire, WriteQuestionCommand command)
    {
        var questions = questionnaire.Questions.ToList();
        var place = questions.FindIndex(q => q.Key == command.Key);
        if (place < 0 && command.Key.Length > 0)
        {
            return new QuestionNotFound();
        }

        var written = Write(command, place < 0 ? Free("fraga", questions.Select(q => q.Key)) : command.Key);
        if (written.Headline)
        {
            questions = [.. questions.Select(q => q with { Headline = false })];
        }

        if (place < 0)
        {
            questions.Add(written);
        }
        else
        {
            questions[place] = written;
        }

        return consultation.Ask(questionnaire, questions);
    }

    private static Question Write(WriteQuestionCommand command, string key)
    {
        var choices = new List<Choice>();
        foreach (var choice in command.Choices.Where(c => c.Label.Trim().Length > 0))
        {
            var choiceKey = choice.Key.Length > 0 ? choice.Key : Free(Slugs.From(choice.Label), choices.Select(c => c.Key).Concat(command.Choices.Select(c => c.Key)));
            choices.Add(new Choice(
                choiceKey, choice.Label.Trim(), Given(choice.Hint), Given(choice.OptionLetter), choice.OutsideBase));
        }

        var isText = command.Kind is QuestionKind.ShortText or QuestionKind.LongText;
        return new Question
        {
            Key = key,
            Kind = command.Kind,
            Section = command.Section.Trim().Length > 0 ? command.Section.Trim() : command.Text.Trim(),
            Text = command.Text.Trim(),
            Hint = Given(command.Hint),
            Required = command.Required,
            Headline = command.Headline,
            MaxChoices = command.Kind == QuestionKind.Multiple ? command.MaxChoices : 1,
            Choices = isText ? [] : choices,
        };
    }

    private static string? Given(string text) => text.Trim() is { Length: > 0 } given ? given : null;

    private static string Free(string wanted, IEnumerable<string> taken)
    {
        var keys = taken.ToHashSet(StringComparer.Ordinal);
        var start = wanted.Length == 0 ? "val" : wanted[..Math.Min(wanted.Length, MaxKey - 3)].Trim('-');
        var key = start;
        for (var n = 2; keys.Contains(key); n++)
        {
            key = string.Create(CultureInfo.InvariantCulture, $"{start}-{n}");
        }

        return key;
    }
}
