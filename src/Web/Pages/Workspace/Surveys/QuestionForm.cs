using System.Globalization;
using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>The fields of all twelve kinds of question. Those that the chosen kind does not have are sent along unseen, so that nothing is lost.</summary>
public sealed class QuestionForm
{
    public QuestionKind Kind { get; set; } = QuestionKind.Single;

    public string? Section { get; set; }

    public string? Text { get; set; }

    public string? Hint { get; set; }

    public bool Required { get; set; }

    public bool Headline { get; set; }

    /// <summary>What is written may be quoted without a name.</summary>
    public bool MayBeQuoted { get; set; }

    /// <summary>One per line, see <see cref="ChoiceLines"/>.</summary>
    public string? Choices { get; set; }

    public string? MaxChoices { get; set; } = "3";

    /// <summary>Statements of a battery, one per line.</summary>
    public string? Items { get; set; }

    public string? Lowest { get; set; }

    public string? Highest { get; set; }

    public string? Decimals { get; set; } = "0";

    public string? Unit { get; set; }

    public PlaceForm Place { get; set; }

    public Perspective? Perspective { get; set; }

    public LoopMeasure? Measures { get; set; }

    public string? Indicator { get; set; }

    /// <summary>Keys of the units whose users alone get it.</summary>
    public List<string> AskedOf { get; set; } = [];

    public List<Words> Languages { get; set; } = [];

    public bool HasChoices => !IsTyped;

    /// <summary>Answered by typing: the only choices are those that stand for no value.</summary>
    public bool IsTyped => Kind is QuestionKind.ShortText or QuestionKind.LongText or QuestionKind.Number or QuestionKind.Date
        || Kind == QuestionKind.Place && Place != PlaceForm.List;

    public bool HasMost => Kind is QuestionKind.Multiple or QuestionKind.Ranking;

    public static QuestionForm Of(Question question, IEnumerable<string> languages) => new()
    {
        Kind = question.Kind, Section = question.Section, Text = question.Text, Hint = question.Hint, Required = question.Required, Headline = question.Headline,
        Choices = ChoiceLines.Write(question.Choices), MaxChoices = Plain(question.MaxChoices), Items = string.Join('\n', question.Items.Select(i => i.Text)),
        Lowest = Typed(question.Lowest), Highest = Typed(question.Highest), Decimals = Plain(question.Decimals), Unit = question.Unit, Place = question.Place,
        Perspective = question.Perspective, Measures = question.Measures, Indicator = question.Indicator,
        AskedOf = [.. question.AskedOf], MayBeQuoted = question.MayBeQuoted,
        Languages = [.. languages.Select(tag => Words.Of(tag, question))],
    };

    /// <summary>A row for each language of the survey, with what was typed in it.</summary>
    public void Complete(IEnumerable<string> languages) =>
        Languages = [.. languages.Select(tag => Languages.Find(w => w.Tag == tag) ?? new Words { Tag = tag })];

    /// <param name="most">Most choices, as it was read.</param>
    internal SurveyQuestionText Read(int most, decimal? lowest, decimal? highest, int decimals) => new(
        Kind, Section ?? "", Text ?? "", Hint ?? "", Required, Headline, most, ChoiceLines.Read(Choices),
        (Items ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), lowest, highest, decimals, Unit ?? "", Place,
        Perspective, Measures, Indicator ?? "", [.. AskedOf.Where(u => u.Length > 0)],
        Languages.Where(w => w.Tag is { Length: > 0 }).DistinctBy(w => w.Tag).ToDictionary(w => w.Tag!, w => w.Read(), StringComparer.Ordinal))
    {
        MayBeQuoted = MayBeQuoted,
    };

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Typed(decimal? number) => number?.ToString("0.######", CultureInfo.InvariantCulture).Replace('.', ',');

    /// <summary>The words in one language.</summary>
    public sealed class Words
    {
        public string? Tag { get; set; }

        public string? Text { get; set; }

        public string? Section { get; set; }

        public string? Hint { get; set; }

        /// <summary>One per line in the order of the Swedish ones.</summary>
        public string? Choices { get; set; }

        public string? Items { get; set; }

        internal static Words Of(string tag, Question question)
        {
            var words = question.Languages.GetValueOrDefault(tag);
            return new Words
            {
                Tag = tag, Text = words?.Text, Section = words?.Section, Hint = words?.Hint,
                Choices = words is null ? "" : string.Join('\n', question.Choices.Select(c => words.Choices.GetValueOrDefault(c.Key, ""))).TrimEnd(),
                Items = words is null ? "" : string.Join('\n', question.Items.Select(i => words.Items.GetValueOrDefault(i.Key, ""))).TrimEnd(),
            };
        }

        /// <summary>An empty line keeps its place: that line stays Swedish.</summary>
        internal LanguageLines Read() => new(Text ?? "", Section ?? "", Hint ?? "", (Choices ?? "").Split('\n'), (Items ?? "").Split('\n'));
    }
}
