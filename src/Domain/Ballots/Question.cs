namespace Medborgardialog.Domain.Ballots;

public enum QuestionKind
{
    /// <summary>Exactly one choice.</summary>
    Single = 1,

    /// <summary>Up to <see cref="Question.MaxChoices"/> choices.</summary>
    Multiple = 2,

    /// <summary>One line, at most 200 characters.</summary>
    ShortText = 3,

    /// <summary>Several lines, at most 2,000 characters.</summary>
    LongText = 4,

    /// <summary>Exactly one of the choices, which are the points of a scale in order; the ends carry words.</summary>
    Scale = 5,

    /// <summary>Yes or no, and perhaps choices outside the base.</summary>
    YesNo = 6,

    /// <summary>Up to <see cref="Question.MaxChoices"/> choices in the participant's own order, best first.</summary>
    Ranking = 7,

    /// <summary>A number between <see cref="Question.Lowest"/> and <see cref="Question.Highest"/>.</summary>
    Number = 8,

    /// <summary>A day.</summary>
    Date = 9,

    /// <summary>A place, given as <see cref="Question.Place"/> says.</summary>
    Place = 10,

    /// <summary>Exactly one of choices that are pictures.</summary>
    Image = 11,

    /// <summary>Several statements with the same choices, shown one by one: exactly one choice for each.</summary>
    Battery = 12,
}

/// <summary>How a place is given.</summary>
public enum PlaceForm
{
    /// <summary>One of the choices, such as the parts of the municipality.</summary>
    List = 0,

    /// <summary>An address or the name of a place in words.</summary>
    Address = 1,

    /// <summary>A point: latitude and longitude in degrees (WGS 84), four decimals, about ten metres.</summary>
    Point = 2,
}

/// <summary>Whose view a question asks for. The two are never added together (product L7).</summary>
public enum Perspective
{
    /// <summary>Everyone: how one sees what the municipality does, whether one uses it or not.</summary>
    Citizen = 1,

    /// <summary>Those who use it, as they have experienced it.</summary>
    User = 2,
}

/// <summary>One choice of a closed question.</summary>
/// <param name="Key">Stable within the question, lower-case letters, digits and hyphens, at most 32.</param>
/// <param name="Label">What people read.</param>
/// <param name="Hint">One line below the label, or null.</param>
/// <param name="OptionLetter">The option this choice stands for, or null. Gives the row its picture.</param>
/// <param name="OutsideBase">"Vet inte" and its like: counted apart, never in the base of a share, and never chosen together with another.</param>
/// <param name="NoExperience">"Ingen erfarenhet": outside the base and apart from the others outside it.</param>
/// <param name="PictureId">For <see cref="QuestionKind.Image"/>: the picture.</param>
/// <param name="Positive">Counted in "andel positiva svar", the share that a question is reported by.</param>
public sealed record Choice(
    string Key, string Label, string? Hint = null, string? OptionLetter = null, bool OutsideBase = false, bool NoExperience = false,
    Guid? PictureId = null, bool Positive = false, bool GotAnswer = false)
{
    /// <summary>Not in the base of a share.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsOutside => OutsideBase || NoExperience;
}

/// <summary>What a question tells about exit, voice and loyalty (ux 10.3). At most one question of each in a survey.</summary>
public enum LoopMeasure
{
    /// <summary>Satisfied: the positive choices, of five points the two highest.</summary>
    Satisfied = 1,

    /// <summary>Would choose the same again.</summary>
    ChooseAgain = 2,

    /// <summary>Exit: has changed in the last twelve months, has decided to, or would if possible and is looking.</summary>
    Leaves = 3,

    /// <summary>Voice: has told somebody.</summary>
    Told = 4,

    /// <summary>Got an answer; of those who told.</summary>
    GotAnswer = 5,

    /// <summary>Something changed; of those who told.</summary>
    SomethingChanged = 6,

    /// <summary>Sees something else to change to.</summary>
    HasAlternative = 7,
}

/// <summary>One statement of a battery.</summary>
/// <param name="Key">Stable within the battery, lower-case letters, digits and hyphens, at most 32.</param>
public sealed record BatteryItem(string Key, string Text);

/// <summary>The words of a question in another language than Swedish. What is missing is shown in Swedish.</summary>
/// <param name="Choices">Label by the key of a choice; the hint of a choice by its key and <c>.hint</c>.</param>
/// <param name="Items">Text by the key of a statement of a battery.</param>
public sealed record QuestionWords(
    string? Text, string? Section, string? Hint, IReadOnlyDictionary<string, string> Choices, IReadOnlyDictionary<string, string> Items);

/// <summary>One question, shown on a page of its own; a battery on one page for each statement.</summary>
public sealed record Question
{
    /// <summary>
    /// Key of the breakdown by unit, of the background that a list tells it by, and of the question that asks for it where no list does.
    /// </summary>
    public const string UnitKey = "unit";

    /// <summary>Stable key, for example <c>val</c>; lower-case letters, digits and hyphens, at most 32.</summary>
    public required string Key { get; init; }

    public required QuestionKind Kind { get; init; }

    /// <summary>Short caption such as "Ditt val"; also names the answer on the check page.</summary>
    public required string Section { get; init; }

    public required string Text { get; init; }

    public string? Hint { get; init; }

    public bool Required { get; init; }

    /// <summary>True for the question that the headline result is about; at most one per dialogue.</summary>
    public bool Headline { get; init; }

    /// <summary>For <see cref="QuestionKind.Multiple"/> and <see cref="QuestionKind.Ranking"/>: 1 or more.</summary>
    public int MaxChoices { get; init; } = 1;

    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>For <see cref="QuestionKind.Battery"/>.</summary>
    public IReadOnlyList<BatteryItem> Items { get; init; } = [];

    /// <summary>When the question is asked; null for always. May only ask for answers to earlier questions.</summary>
    public Condition? ShowIf { get; init; }

    /// <summary>What the question tells about exit, voice and loyalty, or null.</summary>
    public LoopMeasure? Measures { get; init; }

    /// <summary>
    /// Stable id of what is measured, the same in every edition of a programme (N1), for example <c>trygg</c>; null where nothing is
    /// compared over time. Two editions are comparable only where the words are the same too.
    /// </summary>
    public string? Indicator { get; init; }

    /// <summary>
    /// Why the question is not compared with the edition before although it has an <see cref="Indicator"/>: its words were changed. Stands
    /// beside the figures; null while the comparison holds.
    /// </summary>
    public string? BreakNote { get; init; }

    /// <summary>Key in the question bank that it was taken from, or null.</summary>
    public string? BankKey { get; init; }

    /// <summary>Version in the question bank, from 1; null together with <see cref="BankKey"/>.</summary>
    public int? BankVersion { get; init; }

    /// <summary>
    /// Keys of the units whose users alone get the question (N4), as in the breakdown by unit; empty for everyone. Such an add-on stands after
    /// the core and is never part of it. Questions kept before there were add-ons have null here, which is the same as none.
    /// </summary>
    public IReadOnlyList<string> AskedOf { get; init => field = value ?? []; } = [];

    /// <summary>
    /// Of a question answered in words: what is written may be quoted without a name, and the page says so. Not unless somebody has chosen it, and so not
    /// of questions kept before there was a choice.
    /// </summary>
    public bool MayBeQuoted { get; init; }

    /// <summary>Null where a dialogue does not part the two, as in a rådslag.</summary>
    public Perspective? Perspective { get; init; }

    /// <summary>For <see cref="QuestionKind.Number"/>: smallest accepted, inclusive; null for no limit.</summary>
    public decimal? Lowest { get; init; }

    /// <summary>For <see cref="QuestionKind.Number"/>: largest accepted, inclusive; null for no limit.</summary>
    public decimal? Highest { get; init; }

    /// <summary>For <see cref="QuestionKind.Number"/>: most decimals, 0–6.</summary>
    public int Decimals { get; init; }

    /// <summary>For <see cref="QuestionKind.Number"/>: what is counted, for example "timmar"; shown after the field.</summary>
    public string? Unit { get; init; }

    /// <summary>For <see cref="QuestionKind.Place"/>.</summary>
    public PlaceForm Place { get; init; }

    /// <summary>Words by language tag (BCP 47), for example <c>fi</c>, or <c>sv-x-latt</c> for easy Swedish.</summary>
    public IReadOnlyDictionary<string, QuestionWords> Languages { get; init; } = new Dictionary<string, QuestionWords>(StringComparer.Ordinal);

    /// <summary>Longest accepted text in characters (UTF-16 code units).</summary>
    public int MaxLength => Kind switch
    {
        QuestionKind.ShortText => 200,
        QuestionKind.LongText => 2000,
        QuestionKind.Place when Place == PlaceForm.Address => 200,
        _ => 0,
    };

    /// <summary>Seconds to read and answer on average, one statement of a battery: closed 12, scale 8, typed 20, open 60 (ux 9.1).</summary>
    public int Seconds => Kind switch
    {
        QuestionKind.Scale or QuestionKind.Battery => 8,
        QuestionKind.LongText => 60,
        _ when IsTyped || IsText => 20,
        QuestionKind.Ranking => 30,
        _ => 12,
    };

    /// <summary>Asked by some units beside the core (N4).</summary>
    public bool IsAddOn => AskedOf.Count > 0;

    /// <summary>Answered in words, which part from the choices at closing.</summary>
    public bool IsText => MaxLength > 0;

    /// <summary>Answered by typing one value: a number, a day or a point.</summary>
    public bool IsTyped => Kind is QuestionKind.Number or QuestionKind.Date || Kind == QuestionKind.Place && Place == PlaceForm.Point;

    /// <summary>The question in another language; what has no words there stays Swedish.</summary>
    /// <param name="language">BCP 47.</param>
    public Question In(string language) => !Languages.TryGetValue(language, out var words)
        ? this
        : this with
        {
            Text = words.Text ?? Text,
            Section = words.Section ?? Section,
            Hint = words.Hint ?? Hint,
            Choices =
            [
                .. Choices.Select(c => c with
                {
                    Label = words.Choices.GetValueOrDefault(c.Key, c.Label),
                    Hint = words.Choices.TryGetValue(c.Key + ".hint", out var hint) ? hint : c.Hint,
                }),
            ],
            Items = [.. Items.Select(i => i with { Text = words.Items.GetValueOrDefault(i.Key, i.Text) })],
        };
}
