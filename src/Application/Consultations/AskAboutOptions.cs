using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

/// <param name="Section">Caption of the question, such as "Ditt val".</param>
/// <param name="Text">The question itself.</param>
/// <param name="NoneLabel">Label of the choice for those who want none of the options.</param>
/// <param name="UnsureLabel">Label of "Vet inte", which is outside the base.</param>
public sealed record AskAboutOptionsCommand(string Slug, uint Version, string Section, string Text, string NoneLabel, string UnsureLabel);

/// <summary>
/// Puts the question that the headline is about first, with one choice per option. Errors: those of <see cref="ConsultationDesk"/>,
/// <see cref="ConsultationFrozen"/>, <see cref="HeadlineTwice"/> when there is one, those of <see cref="QuestionRules"/>.
/// </summary>
public sealed class AskAboutOptionsHandler(ConsultationDesk desk) : IUseCase
{
    public Task<Result<ConsultationSaved>> HandleAsync(AskAboutOptionsCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "consultation.question", "",
            (consultation, questionnaire) => Change(consultation, questionnaire, command),
            cancellationToken);

    private static Result<Done> Change(Consultation consultation, Questionnaire questionnaire, AskAboutOptionsCommand command)
    {
        if (questionnaire.Headline is not null || questionnaire.Questions.Any(q => q.Key == "val"))
        {
            return new HeadlineTwice();
        }

        var question = new Question
        {
            Key = "val",
            Kind = QuestionKind.Single,
            Section = command.Section,
            Text = command.Text,
            Required = true,
            Headline = true,
            Choices =
            [
                .. consultation.Options.Select(o => new Choice(
                    o.Letter.ToLowerInvariant(), o.Name.Length > 0 ? $"{o.Letter} {o.Name}" : o.Letter, o.ShortHint.Length > 0 ? o.ShortHint : null, o.Letter)),
                new Choice("inget", command.NoneLabel),
                new Choice("vetinte", command.UnsureLabel, OutsideBase: true),
            ],
        };
        return consultation.Ask(questionnaire, [question, .. questionnaire.Questions]);
    }
}
