using System.Globalization;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Registration;
using Route = Medborgardialog.Domain.Ballots.Route;

namespace Medborgardialog.Web.Pages.Workspace.Registration;

/// <summary>One question of the long form.</summary>
/// <param name="Given">What has been typed of it.</param>
/// <param name="Ranks">Of a ranking: what stands in the field of each choice, as typed.</param>
/// <param name="Error">What is wrong with it, or null.</param>
public sealed record FormRow(Step Step, Answer Given, IReadOnlyDictionary<string, string> Ranks, string? Error)
{
    public Question Question => Step.Question;

    public bool IsTyped => Question.IsText || Question.IsTyped;

    public bool IsRanking => Question.Kind == QuestionKind.Ranking;

    public string InputType => Question.Kind == QuestionKind.Multiple || IsTyped ? "checkbox" : "radio";

    /// <summary>Id of the first thing to fill in.</summary>
    public string FirstId => IsTyped ? $"t{Step.Number}" : Id(Question.Choices[0]);

    public string? DescribedBy => Error is null ? null : $"fel{Step.Number}";

    public string Id(Choice choice) => $"{(IsRanking ? 'r' : 'v')}{Step.Number}-{choice.Key}";
}

/// <summary>Reads the long form: <c>v1</c> choices, <c>t1</c> text and <c>r1-key</c> ranks of question 1.</summary>
public sealed class TypedForm
{
    private readonly Dictionary<string, Dictionary<string, string>> _ranks = new(StringComparer.Ordinal);

    private TypedForm()
    {
    }

    public AnswerSheet Sheet { get; private init; } = new();

    /// <summary>What cannot be read at all; everything else is for the route of questions to say.</summary>
    public List<Error> Errors { get; } = [];

    public static TypedForm Of(AnswerSheet sheet) => new() { Sheet = sheet };

    public static TypedForm Read(Route route, IFormCollection form)
    {
        var typed = new TypedForm();
        foreach (var step in route.Steps)
        {
            if (step.Question.Kind == QuestionKind.Ranking)
            {
                typed.ReadRanks(step, form);
                continue;
            }

            var choices = form[$"v{step.Number}"].OfType<string>().Where(c => c.Length > 0).ToList();
            typed.Sheet.Set(step.Question.Key, choices.Count > 0 ? new Answer(choices, "") : new Answer([], form[$"t{step.Number}"].ToString().Trim()));
        }

        return typed;
    }

    /// <param name="errors">By question key, in words.</param>
    public FormRow Row(Step step, IReadOnlyDictionary<string, string> errors)
    {
        var key = step.Question.Key;
        var ranks = _ranks.GetValueOrDefault(key) ?? Sheet[key].Choices.Select((c, i) => (c, i))
            .ToDictionary(c => c.c, c => (c.i + 1).ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return new FormRow(step, Sheet[key], ranks, errors.GetValueOrDefault(key));
    }

    private void ReadRanks(Step step, IFormCollection form)
    {
        var (raw, read) = (new Dictionary<string, string>(StringComparer.Ordinal), new SortedDictionary<int, string>());
        var wrong = false;
        foreach (var choice in step.Question.Choices)
        {
            var text = form[$"r{step.Number}-{choice.Key}"].ToString().Trim();
            raw[choice.Key] = text;
            wrong |= text.Length > 0 && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rank) && rank > 0 && read.TryAdd(rank, choice.Key));
        }

        _ranks[step.Question.Key] = raw;
        Sheet.Set(step.Question.Key, new Answer([.. read.Values], ""));
        if (wrong)
        {
            Errors.Add(new RanksUnreadable(step.Question.Key));
        }
    }
}
